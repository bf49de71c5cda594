//! Files of the user: chosen, dropped, pasted.

use gloo_file::futures::read_as_bytes;
use gloo_file::{Blob, File};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, FileList, HtmlInputElement};

use crate::browser::{MAX_FILE_BYTES, Unavailable};

/// A file that has not been read yet.
#[derive(Debug, Clone)]
pub struct Unread(File);

impl Unread {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Reads it as text, unless it is too large.
    pub async fn read(self) -> Result<String, Unavailable> {
        let bytes = self.0.size();
        if bytes > u64::from(MAX_FILE_BYTES) {
            return Err(Unavailable::TooLarge { bytes });
        }
        let content = read_as_bytes(&Blob::from(self.0)).await;
        let content = content.map_err(|_| Unavailable::Unreadable)?;
        let text = String::from_utf8(content).map_err(|_| Unavailable::NotText)?;
        // Some editors begin a text with a mark of its encoding, which is no part of it.
        Ok(text.trim_start_matches('\u{feff}').to_owned())
    }
}

/// The file chosen in a file input. The input forgets it, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<Unread> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = first(input.files());
    input.set_value("");
    file
}

/// The file of a drop.
pub fn dropped(event: &DragEvent) -> Option<Unread> {
    first(event.data_transfer()?.files())
}

/// Whether files are dragged.
pub fn is_dragged(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| {
        types
            .iter()
            .any(|kind| kind.as_string().as_deref() == Some("Files"))
    })
}

/// The text of a paste.
pub fn pasted(event: &ClipboardEvent) -> Option<String> {
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    Some(text).filter(|text| !text.is_empty())
}

fn first(files: Option<FileList>) -> Option<Unread> {
    files?.get(0).map(|file| Unread(File::from(file)))
}
