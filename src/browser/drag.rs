//! Dragging a row of a list by its grip: with mouse, pen or finger, through pointer events.
//!
//! Rows are the elements with `data-row` under the list, in their order. While one is dragged it floats (`.lifted`), and a
//! gap (`.gap`) stands where it would land. Nothing moves in the list itself: who listens is told the new place.

use super::page;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Interval;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// How far the pointer moves before a press is a drag, in pixels.
const STILL: f64 = 4.0;

/// How near to the edge of the window the page begins to scroll, in pixels.
const EDGE: f64 = 96.0;

/// How far it scrolls at most in one step, and how long a step lasts in milliseconds.
const STEP: f64 = 16.0;
const PACE: u32 = 16;

/// One drag, from the press until the pointer is let go.
struct Drag {
    list: HtmlElement,
    row: HtmlElement,
    gap: HtmlElement,
    grip: Element,
    pointer: i32,
    /// Where the pointer went down, and where it is, from the top of the window.
    start: f64,
    now: Cell<f64>,
    /// How far below the top of the row it took hold.
    hold: f64,
    lifted: Cell<bool>,
    dropped: Box<dyn Fn(usize)>,
    listeners: RefCell<Vec<EventListener>>,
    scrolling: RefCell<Option<Interval>>,
}

/// Begins a drag if a grip (`.grip`) under the list was pressed. `dropped` is told the new place of the row among all,
/// from 0, when it is let go; Escape, or a pointer that the browser takes away, changes nothing.
pub fn begin(event: &Event, dropped: impl Fn(&Element, usize) + 'static) {
    let _ = try_begin(event, Box::new(dropped));
}

/// Told the row and its new place.
type Dropped = Box<dyn Fn(&Element, usize)>;

fn try_begin(event: &Event, dropped: Dropped) -> Option<()> {
    let event = event.dyn_ref::<PointerEvent>()?;
    if event.button() != 0 || !event.is_primary() {
        return None;
    }
    let grip = event.target()?.dyn_into::<Element>().ok()?.closest(".grip").ok()??;
    let list: HtmlElement = event.current_target()?.dyn_into().ok()?;
    let row: HtmlElement = grip.closest("[data-row]").ok()??.dyn_into().ok()?;
    let gap: HtmlElement = list.owner_document()?.create_element("li").ok()?.dyn_into().ok()?;
    gap.set_class_name("gap");
    gap.set_attribute("aria-hidden", "true").ok()?;
    // Neither a selection of text nor the focus follows the pointer.
    event.prevent_default();
    // Without the capture the drag still works where the pointer stays on the page.
    let _ = grip.set_pointer_capture(event.pointer_id());
    let start = f64::from(event.client_y());
    let moved = row.clone();
    let drag = Rc::new(Drag {
        hold: start - row.get_bounding_client_rect().top(),
        dropped: Box::new(move |place| dropped(&moved, place)),
        list,
        row,
        gap,
        grip,
        pointer: event.pointer_id(),
        start,
        now: Cell::new(start),
        lifted: Cell::new(false),
        listeners: RefCell::default(),
        scrolling: RefCell::default(),
    });
    listen(&drag);
    Some(())
}

/// What an event of the pointer does to a drag.
type Act = fn(&Rc<Drag>, &PointerEvent);

fn listen(drag: &Rc<Drag>) {
    let on = |event: &'static str, act: Act| {
        let held = Rc::clone(drag);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&drag.grip, event, options, move |event| {
            if let Some(event) =
                event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_id() == held.pointer)
            {
                act(&held, event);
            }
        })
    };
    let mut listeners = vec![
        on("pointermove", |drag, event| drag.moved(f64::from(event.client_y()))),
        on("pointerup", |drag, _| drag.end(true)),
        on("pointercancel", |drag, _| drag.end(false)),
        on("lostpointercapture", |drag, _| drag.end(false)),
    ];
    if let Some(document) = drag.list.owner_document() {
        let held = Rc::clone(drag);
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        listeners.push(EventListener::new_with_options(&document, "keydown", options, move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
                event.prevent_default();
                held.end(false);
            }
        }));
    }
    drag.listeners.replace(listeners);
    let held = Rc::downgrade(drag);
    let scroll = move || {
        if let Some(drag) = held.upgrade() {
            drag.scroll();
        }
    };
    drag.scrolling.replace(Some(Interval::new(PACE, scroll)));
}

impl Drag {
    fn moved(&self, y: f64) {
        self.now.set(y);
        if !self.lifted.get() {
            if (y - self.start).abs() < STILL {
                return;
            }
            self.lift();
        }
        self.follow();
    }

    fn lift(&self) {
        let height = self.row.get_bounding_client_rect().height();
        // What fails here leaves the row where it is, and the drag without a picture.
        let _ = self.gap.style().set_property("block-size", &pixels(height));
        let _ = self.row.before_with_node_1(&self.gap);
        let _ = self.row.class_list().add_1("lifted");
        self.lifted.set(true);
    }

    /// The row floats with the pointer; the gap goes to where the pointer is past the middle of a row.
    fn follow(&self) {
        let y = self.now.get();
        let top = y - self.hold - self.list.get_bounding_client_rect().top();
        let _ = self.row.style().set_property("inset-block-start", &pixels(top));
        let rows = self.rows();
        let Some(from) = rows.iter().position(|row| self.is_gap(row)) else { return };
        let middle = |row: &Element| {
            let place = row.get_bounding_client_rect();
            place.top() + place.height() / 2.0
        };
        // Each row that the gap passes shifts, so each is looked at where it stands then.
        let mut to = from;
        while to > 0 && middle(&rows[to - 1]) > y {
            to -= 1;
            let _ = rows[to].before_with_node_1(&self.gap);
        }
        if to == from {
            while to + 1 < rows.len() && middle(&rows[to + 1]) < y {
                to += 1;
                let _ = rows[to].after_with_node_1(&self.gap);
            }
        }
        let _ = self.row.set_attribute("data-place", &(to + 1).to_string());
    }

    /// Scrolls the page while the pointer is near the upper or lower edge of the window.
    fn scroll(&self) {
        if !self.lifted.get() {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let y = self.now.get();
        let beyond = (y - (height - EDGE)).max(0.0) - (EDGE - y).max(0.0);
        if beyond != 0.0 {
            window.scroll_by_with_x_and_y(0.0, STEP * (beyond / EDGE).clamp(-1.0, 1.0));
            self.follow();
        }
    }

    fn end(&self, drop: bool) {
        let listeners = self.listeners.take();
        if listeners.is_empty() {
            return;
        }
        let scrolling = self.scrolling.take();
        // One of them is running right now.
        page::soon(move || std::mem::drop((listeners, scrolling)));
        let _ = self.grip.release_pointer_capture(self.pointer);
        if !self.lifted.get() {
            return;
        }
        let place = self.rows().iter().position(|row| self.is_gap(row));
        self.gap.remove();
        let _ = self.row.style().remove_property("inset-block-start");
        let _ = self.row.remove_attribute("data-place");
        let _ = self.row.class_list().remove_1("lifted");
        if let Some(place) = place.filter(|_| drop) {
            (self.dropped)(place);
        }
    }

    /// The other rows and the gap, in their order.
    fn rows(&self) -> Vec<Element> {
        let Ok(rows) = self.list.query_selector_all("[data-row], .gap") else { return Vec::new() };
        let rows = (0..rows.length()).filter_map(|at| rows.get(at)?.dyn_into().ok());
        rows.filter(|row| !self.is_row(row)).collect()
    }

    fn is_row(&self, element: &Element) -> bool {
        element == self.row.unchecked_ref::<Element>()
    }

    fn is_gap(&self, element: &Element) -> bool {
        element == self.gap.unchecked_ref::<Element>()
    }
}

fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
