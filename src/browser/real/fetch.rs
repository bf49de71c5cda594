//! Texts from beside the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::browser::Unavailable;

/// The text at an address relative to the page.
pub async fn text(address: &str) -> Result<String, Unavailable> {
    let window = web_sys::window().ok_or(Unavailable::Unreachable)?;
    let unreachable = |_| Unavailable::Unreachable;
    let response = JsFuture::from(window.fetch_with_str(address)).await;
    let response: Response = response
        .map_err(unreachable)?
        .dyn_into()
        .map_err(unreachable)?;
    if !response.ok() {
        return Err(Unavailable::Unreachable);
    }
    let text = response.text().map_err(unreachable)?;
    let text = JsFuture::from(text).await.map_err(unreachable)?;
    text.as_string().ok_or(Unavailable::Unreachable)
}
