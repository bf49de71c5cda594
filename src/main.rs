//! The two entry points: the planner in the browser, and on every other target a line that says how to open it.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;

    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <h1>"达标 Attain"</h1> });
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(
    clippy::print_stdout,
    reason = "a command line talks on standard output"
)]
fn main() {
    println!("Attain runs in the browser: `cargo xtask serve` builds it and opens it.");
}
