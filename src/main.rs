//! The two entry points: the planner in the browser, and on every other target a line that says how to open it.

#[cfg(target_arch = "wasm32")]
fn main() {
    use attain::browser::local_storage::LocalStorage;
    use attain::browser::{Rescue, panic};
    use attain::storage;

    panic::install(|| {
        let store = LocalStorage::open().ok()?;
        Some(Rescue {
            name: "attain-work.json",
            text: storage::raw(&store, storage::SESSION)?,
        })
    });
    attain::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(
    clippy::print_stdout,
    reason = "a command line talks on standard output"
)]
fn main() {
    println!("Attain runs in the browser: `cargo xtask serve` builds it and opens it.");
}
