//! kill -9 while files come in: what was acknowledged is whole, and of the rest nothing stays.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use tanya::domain::upload::UploadLimit;
use tanya::store::{StoreError, settings, uploads};

use super::{EDGE, parts, png};
use crate::kill::{Story, sign_in};
use crate::support::{Child, Client, beginning, is_long};

const WRITERS: [&str; 2] = ["ada", "bob"];

fn serve(story: &Story) -> Child {
    let address = story.database.address();
    Child::serve_with(story.folder.path(), &address, &[("TANYA_RATE_LIMITS", "off")])
}

/// Sends pictures until the server is gone; answers the addresses of those that it said are kept.
fn send_on(client: &Client, first: u32, kept: &AtomicUsize) -> Vec<String> {
    let content_type = format!("multipart/form-data; boundary={EDGE}");
    let mut addresses = Vec::new();
    for side in first.. {
        let sent = parts(&[], Some(("a.png", &png(side))));
        let headers = [("sec-fetch-site", "same-origin")];
        let answer = client.send_with("POST", "/uploads", &headers, Some((&content_type, &sent)));
        let Ok(page) = answer else { break };
        if page.status != 201 {
            assert!(page.status >= 500, "{}: {}", page.status, page.body);
            break;
        }
        let said: serde_json::Value = serde_json::from_str(&page.body).unwrap();
        addresses.push(super::address(said["line"].as_str().unwrap()));
        kept.fetch_add(1, Ordering::SeqCst);
    }
    addresses
}

fn files(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let count = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path) } else { 1 }
    };
    entries.map(count).sum()
}

#[test]
fn a_kill_while_files_come_in_leaves_whole_files_and_nothing_else() {
    let rounds = if is_long() { 20 } else { 3 };
    let story = Story::new();
    let all = UploadLimit {
        megabytes: 10,
        a_day: 1_000,
    };
    let changed = story.database.store().write_now(|tx| {
        let of_all = |settings: &mut tanya::domain::setting::Settings| {
            let rules = &mut settings.uploads;
            (rules.newcomer, rules.member, rules.regular) = (all, all, all);
        };
        settings::change(tx, of_all, beginning())
    });
    let _settings: tanya::domain::setting::Settings = changed.map_err(|error: StoreError| error).unwrap();
    let mut server = serve(&story);
    let mut clients = WRITERS.map(|name| sign_in(server.address, name));
    for round in 0..rounds {
        let kept = AtomicUsize::new(0);
        let sent = std::thread::scope(|scope| {
            let writers = [0, 1].map(|nth| {
                let (client, kept) = (&clients[nth], &kept);
                let first = u32::try_from(100 + 400 * nth + 20 * round).unwrap();
                scope.spawn(move || send_on(client, first, kept))
            });
            let enough = 2 + usize::try_from(rand::random::<u32>() % 10).unwrap();
            let patience = Instant::now() + Duration::from_secs(60);
            while kept.load(Ordering::SeqCst) < enough && Instant::now() < patience {
                std::thread::yield_now();
            }
            server.kill();
            writers.map(|writer| writer.join().unwrap())
        });
        server = serve(&story);
        clients = clients.map(|client| client.moved_to(server.address));
        for (client, addresses) in clients.iter().zip(&sent) {
            for address in addresses {
                let page = client.get(address);
                assert_eq!(page.status, 200, "{address} in round {round}");
                assert!(image::load_from_memory(&page.bytes).is_ok(), "{address} is whole");
            }
        }
    }
    sweeps_all_away(&story);
}

/// A day later nothing of them stands in a post.
fn sweeps_all_away(story: &Story) {
    let folder = story.folder.path().join("data/uploads");
    assert!(files(&folder) > 0);
    let swept = story.database.store().write_now(|tx| -> Result<usize, StoreError> {
        tx.batch_execute("update uploads set expires_at = '2020-01-01 00:00:00' where expires_at is not null")?;
        let mut count = 0;
        loop {
            match uploads::sweep(tx, beginning())? {
                0 => return Ok(count),
                more => count += more,
            }
        }
    });
    assert!(swept.unwrap() > 0);
    let latest = Instant::now() + Duration::from_secs(60);
    while files(&folder) > 0 {
        assert!(Instant::now() < latest, "{} files stay", files(&folder));
        std::thread::yield_now();
    }
}
