//! The one sort of the program: every type that is sorted brings its own copy of the standard library's sort, about
//! 5 kB of program each, so that places are sorted here instead of things.

use std::cmp::Ordering;

/// The places `0..len` in order; equal ones stay as they are.
pub(crate) fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    places
}

/// Things in order; equal ones stay as they are.
pub(crate) fn sorted<T>(things: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = order(things.len(), &|a, b| compare(&things[a], &things[b]));
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| things[place].take()).collect()
}
