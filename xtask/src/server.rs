//! A static file server for one person on this machine.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::project::Result;

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8099;

/// Serves a folder on the loopback address until the process is stopped, and opens it in the desktop's browser.
pub(crate) fn serve(folder: &Path) -> Result {
    let listener = (FIRST_PORT..=LAST_PORT)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("every port from {FIRST_PORT} to {LAST_PORT} is in use"))?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("\n达标 Attain is at {address}\nStop with Ctrl+C.");
    open(&address);
    for stream in listener.incoming() {
        let stream = stream?;
        let folder = folder.to_path_buf();
        // A browser that goes away in the middle of an answer is no concern of the others.
        thread::spawn(move || answer(&stream, &folder).ok());
    }
    Ok(())
}

/// Opens an address in the desktop's browser; without a desktop the printed address has to do.
fn open(address: &str) {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .into_iter()
        .any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if has_display {
        "xdg-open"
    } else {
        return;
    };
    let started = Command::new(opener)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        println!("`{opener}` is missing: open the address by hand.");
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers have to be read, or closing the connection would reset it.
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}

    let found =
        requested_file(&request, folder).and_then(|file| Some((fs::read(&file).ok()?, file)));
    let (status, kind, body) = match found {
        Some((body, file)) => ("200 OK", media_type(&file), body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file a request asks for, never one outside the folder.
fn requested_file(request: &str, folder: &Path) -> Option<PathBuf> {
    let target = request.strip_prefix("GET /")?.split([' ', '?']).next()?;
    let path = Path::new(target);
    let stays_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    match target {
        "" => Some(folder.join("index.html")),
        _ => stays_inside.then(|| folder.join(path)),
    }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_inside_the_folder_are_served() {
        let cases = [
            ("GET / HTTP/1.1", Some("dist/index.html")),
            ("GET /plans/a.json?v=1 HTTP/1.1", Some("dist/plans/a.json")),
            ("GET /../Cargo.toml HTTP/1.1", None),
            ("GET /plans/../../Cargo.toml HTTP/1.1", None),
            ("GET //etc/passwd HTTP/1.1", None),
            ("POST / HTTP/1.1", None),
            ("", None),
        ];
        for (request, file) in cases {
            assert_eq!(
                requested_file(request, Path::new("dist")),
                file.map(PathBuf::from),
                "{request}"
            );
        }
    }
}
