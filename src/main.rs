//! The two entry points: the planner in the browser, and the command line on every other target.

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
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}
