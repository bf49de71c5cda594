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
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::browser::{Room, page};
use crate::charts::{Drawing, Plot};

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
    let surface = Surface::over(canvas, pixels(room.width), pixels(room.height))?;
    match drawing.draw(surface, room.density) {
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

/// The canvas as a backend, with texts measured by its context.
struct Surface {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
}

impl Surface {
    /// A cleared canvas of a size in device pixels.
    fn over(canvas: &HtmlCanvasElement, width: u32, height: u32) -> Option<Self> {
        let context = context(canvas)?;
        // Setting the size clears the canvas too, but allocates it anew.
        if canvas.width() == width && canvas.height() == height {
            context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        } else {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        context.set_line_join("round");
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Self { inner, context })
    }
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

type Error = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

impl DrawingBackend for Surface {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), Error> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Error> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Error> {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Error> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Error> {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Error> {
        self.inner.draw_path(path, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Error> {
        self.inner.fill_polygon(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Error> {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Error> {
        self.inner.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Error> {
        let family = style.family();
        // The font as the inner backend sets it for drawing.
        let font = format!(
            "{} {}px {}",
            style.style().as_str(),
            style.size(),
            family.as_str()
        );
        let width = width(&self.context, &font, text);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
