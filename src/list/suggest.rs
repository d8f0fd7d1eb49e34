//! What the walkthrough puts on the list, and what it leaves alone.

use super::{By, Item, MAX_ITEMS, PersonalList, What};
use crate::content::QuestionId;
use crate::guide::Ranked;
use crate::order::sorted;

impl PersonalList {
    /// Brings the list up to date with the answers: as many of the first ranked questions as the
    /// time allows ([`Time::size`](crate::guide::Time::size)) are suggested, except those that the person took off.
    ///
    /// What the person ticked, wrote, moved or asked stays; what was only suggested and no longer fits goes. As
    /// long as the person has not moved anything, suggestions come first behind starred ones, by rank, and the rest follows in the
    /// order it had; afterwards the person's order stands and new suggestions go to the end.
    pub fn suggest(&mut self, ranked: &[Ranked<'_>]) {
        let size = self.answers.time().size();
        let fits: Vec<&QuestionId> = ranked.iter().take(size).map(|ranked| &ranked.question.id).collect();
        let rank = |item: &Item| match &item.what {
            What::Question(id) => fits.iter().position(|fit| *fit == id),
            What::Own { .. } => None,
        };
        self.items.retain(|item| item.by == By::Person || item.asked || rank(item).is_some());
        for id in &fits {
            if self.items.len() < MAX_ITEMS && !self.has_question(id) && !self.was_removed(id) {
                self.items.push(Item::question((*id).clone(), By::Guide));
            }
        }
        if !self.ordered {
            // Starred ones keep the order in which they were starred.
            let place =
                |item: &Item| if item.star { 0 } else { rank(item).map_or(usize::MAX, |rank| rank + 1) };
            self.items = sorted(std::mem::take(&mut self.items), &|a, b| place(a).cmp(&place(b)));
        }
    }
}
