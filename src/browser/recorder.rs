//! Recording a voice note with the device's microphone. Whatever forbids it comes back as a reason: an old browser, a page
//! without https, a frame without the permission, a person who says no.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Function, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobEvent, BlobPropertyBag, MediaDevices, MediaRecorder, MediaRecorderOptions, MediaStream,
    MediaStreamConstraints, MediaStreamTrack, Url,
};

/// Enough for speech: three minutes come to about 700 kB.
const BITS_PER_SECOND: u32 = 32_000;

/// Why nothing can be recorded here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The page did not come over https.
    Insecure,
    /// The browser cannot record.
    Missing,
    /// The frame has not the permission of the page around it.
    Framed,
    /// The person, or a setting of the browser, said no.
    Refused,
    /// There is no microphone, or another program holds it.
    Silent,
}

/// Why nothing can be recorded, as far as that is known without asking the person.
pub fn absent() -> Option<Absent> {
    let Some(window) = web_sys::window() else { return Some(Absent::Missing) };
    if !window.is_secure_context() {
        return Some(Absent::Insecure);
    }
    let can = Reflect::has(&window, &"MediaRecorder".into()).unwrap_or(false);
    if devices().is_none() || !can {
        return Some(Absent::Missing);
    }
    (!is_allowed().unwrap_or(true)).then_some(Absent::Framed)
}

/// What the page around a frame allows, in browsers that tell.
fn is_allowed() -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let policy = Reflect::get(&document, &"featurePolicy".into()).ok().filter(JsValue::is_object)?;
    let ask: Function = Reflect::get(&policy, &"allowsFeature".into()).ok()?.dyn_into().ok()?;
    ask.call1(&policy, &"microphone".into()).ok()?.as_bool()
}

fn devices() -> Option<MediaDevices> {
    let navigator = web_sys::window()?.navigator();
    let devices = Reflect::get(&navigator, &"mediaDevices".into()).ok().filter(JsValue::is_object)?;
    Some(devices.unchecked_into())
}

/// An open microphone; it is closed when this is dropped.
#[derive(Debug)]
pub struct Microphone(MediaStream);

impl Drop for Microphone {
    fn drop(&mut self) {
        for track in self.0.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

struct Running {
    recorder: MediaRecorder,
    since: f64,
    _microphone: Microphone,
    _heard: [EventListener; 2],
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

impl Microphone {
    /// Asks the browser, which may ask the person.
    ///
    /// # Errors
    /// It said no, or there is none.
    pub async fn open() -> Result<Self, Absent> {
        let devices = devices().ok_or(Absent::Missing)?;
        let wanted = MediaStreamConstraints::new();
        wanted.set_audio_bool(true);
        let asked = devices.get_user_media_with_constraints(&wanted).map_err(|error| reason(&error))?;
        let stream = JsFuture::from(asked).await.map_err(|error| reason(&error))?;
        Ok(Self(stream.unchecked_into()))
    }

    /// Records until [`stop`], in place of what may be running; `done` gets the recording, if there is any sound in it.
    ///
    /// # Errors
    /// The browser cannot record this microphone.
    pub fn record(self, done: impl FnOnce(Option<Blob>) + 'static) -> Result<(), Absent> {
        stop();
        let options = MediaRecorderOptions::new();
        options.set_audio_bits_per_second(BITS_PER_SECOND);
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&self.0, &options)
            .map_err(|_| Absent::Missing)?;
        let parts = Rc::new(Array::new());
        let kept = parts.clone();
        let data = EventListener::new(&recorder, "dataavailable", move |event| {
            if let Some(part) = event.dyn_ref::<BlobEvent>().and_then(BlobEvent::data) {
                kept.push(&part);
            }
        });
        let ended = recorder.clone();
        let stopped = EventListener::once(&recorder, "stop", move |_| {
            let over =
                RUNNING.with_borrow_mut(|running| running.take_if(|running| running.recorder == ended));
            // This listener is part of what is over, so it goes when it has returned.
            Timeout::new(0, move || drop(over)).forget();
            done(sound(&parts, &ended.mime_type()));
        });
        recorder.start().map_err(|_| Absent::Silent)?;
        let running = Running { recorder, since: Date::now(), _microphone: self, _heard: [data, stopped] };
        RUNNING.set(Some(running));
        Ok(())
    }
}

/// Ends the recording; who began it gets it.
pub fn stop() {
    let recorder = RUNNING.with_borrow(|running| running.as_ref().map(|running| running.recorder.clone()));
    if let Some(recorder) = recorder {
        // One that has just ended by itself refuses, and is heard anyway.
        let _ = recorder.stop();
    }
}

/// For how many seconds it has been recording.
pub fn seconds() -> u32 {
    RUNNING.with_borrow(|running| {
        running.as_ref().map_or(0, |running| ((Date::now() - running.since) / 1000.0) as u32)
    })
}

fn sound(parts: &Array, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let sound = Blob::new_with_blob_sequence_and_options(parts, &options).ok()?;
    (sound.size() > 0.0).then_some(sound)
}

fn reason(error: &JsValue) -> Absent {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => Absent::Refused,
        _ => Absent::Silent,
    }
}

/// An address under which the page can play and save a recording, as long as this lives.
#[derive(Debug)]
pub struct Address(String);

impl Address {
    /// The address of a recording.
    pub fn of(recording: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(recording).ok().map(Self)
    }

    /// As it stands in a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// The ending of a file with this recording.
pub fn ending(recording: &Blob) -> &'static str {
    let kind = recording.type_();
    if kind.contains("mp4") {
        "m4a"
    } else if kind.contains("ogg") {
        "ogg"
    } else {
        "webm"
    }
}
