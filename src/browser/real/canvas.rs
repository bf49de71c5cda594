//! Charts on a canvas, sharp on dense screens.
//!
//! The canvas gets as many pixels as the screen has in its place. Texts are measured by the canvas's own context, which
//! costs no layout of the page, and each text once.

use std::cell::RefCell;
use std::collections::HashMap;

use gloo_file::Blob;
use leptos::html::Canvas;
use leptos::prelude::*;
use leptos_use_device_pixel_ratio::use_device_pixel_ratio;
use leptos_use_resize_observer::use_resize_observer;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::browser::{Room, page};
use crate::charts::{Drawing, Measured, Plot};

/// The room of a canvas, followed through every change of its size and of the screen's density. Nothing before the
/// canvas stands on the page.
pub fn room(canvas: NodeRef<Canvas>) -> Signal<Option<Room>> {
    let size = RwSignal::new(None);
    use_resize_observer(canvas, move |entries, _| {
        let Some(entry) = entries.first() else { return };
        let rect = entry.content_rect();
        size.set(Some((rect.width(), rect.height())));
    });
    let density = use_device_pixel_ratio();
    Signal::derive(move || {
        let (width, height) = size.get()?;
        Some(Room {
            width,
            height,
            density: density.get(),
        })
    })
}

/// Draws over the whole canvas. Returns where the chart stands, if there is one to point at.
pub fn draw(canvas: &HtmlCanvasElement, room: Room, drawing: &impl Drawing) -> Option<Plot> {
    let pixels = |length: f64| (length * room.density).round() as u32;
    let context = cleared(canvas, pixels(room.width), pixels(room.height))?;
    let measure = |font: &str, text: &str| width(&context, font, text);
    let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    match drawing.draw(Measured::new(backend, &measure), room.density) {
        Ok(plot) => plot,
        Err(error) => {
            leptos::logging::error!("the chart could not be drawn: {error}");
            None
        }
    }
}

/// Draws on a canvas that is not on the page, and hands it out as a PNG file.
pub fn download_png(name: String, room: Room, drawing: &impl Drawing) {
    let Some(canvas) = detached() else { return };
    draw(&canvas, room, drawing);
    let hand_out = Closure::once_into_js(move |png: Option<web_sys::Blob>| {
        if let Some(png) = png {
            page::hand_out(&name, Blob::from(png));
        }
    });
    // Fails only for a canvas that shows pictures of other origins.
    let _ = canvas.to_blob(hand_out.unchecked_ref());
}

/// Measures texts for drawings that are not made on a canvas. The first text is the font as CSS writes it.
pub fn measure() -> impl Fn(&str, &str) -> f64 {
    let context = detached().and_then(|canvas| context(&canvas));
    move |font, text| {
        context
            .as_ref()
            .map_or(0.0, |context| width(context, font, text))
    }
}

fn detached() -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    document.create_element("canvas").ok()?.dyn_into().ok()
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let context = canvas.get_context("2d").ok()??;
    context.dyn_into().ok()
}

/// The context of a canvas that is cleared and has a size in device pixels.
fn cleared(
    canvas: &HtmlCanvasElement,
    width: u32,
    height: u32,
) -> Option<CanvasRenderingContext2d> {
    let context = context(canvas)?;
    // Setting the size clears the canvas too, but allocates it anew.
    if canvas.width() == width && canvas.height() == height {
        context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    } else {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    context.set_line_join("round");
    Some(context)
}

/// Widths of texts by font, in device pixels.
type Widths = HashMap<String, HashMap<String, f64>>;

/// More texts than this are of values that have passed.
const MOST_WIDTHS: usize = 4096;

thread_local! {
    static WIDTHS: RefCell<Widths> = RefCell::default();
}

/// The width of a text, measured once.
fn width(context: &CanvasRenderingContext2d, font: &str, text: &str) -> f64 {
    WIDTHS.with_borrow_mut(|fonts| {
        if !fonts.contains_key(font) {
            fonts.insert(font.to_owned(), HashMap::new());
        }
        let Some(widths) = fonts.get_mut(font) else {
            return 0.0;
        };
        if let Some(width) = widths.get(text) {
            return *width;
        }
        if widths.len() >= MOST_WIDTHS {
            widths.clear();
        }
        context.set_font(font);
        let width = context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width());
        widths.insert(text.to_owned(), width);
        width
    })
}
