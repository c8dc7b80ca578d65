//! How readers and writers take turns.

use super::*;

#[tokio::test]
async fn what_was_not_written_wakes_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&DatabaseUrl::of_data_dir(folder.path())).unwrap();
    let refused = store.write::<(), _>(|_| Err(StoreError::NotFound)).await;
    assert!(refused.is_err());
    let woken = tokio::time::timeout(Duration::from_millis(20), store.written()).await;
    assert!(
        woken.is_err(),
        "whoever tries again at once would do so without a pause"
    );
    store.write::<_, StoreError>(|_| Ok(())).await.unwrap();
    tokio::time::timeout(PATIENCE, store.written()).await.unwrap();
}

#[tokio::test]
async fn who_went_away_holds_a_turn_until_the_transaction_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&DatabaseUrl::of_data_dir(folder.path())).unwrap();
    let (end, ended) = std::sync::mpsc::channel::<()>();
    let writing = store.write::<_, StoreError>(move |_| {
        let _left = ended.recv();
        Ok(())
    });
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let reading = store.read::<_, StoreError>(move |_| {
        let _left = stopped.recv();
        Ok(())
    });
    let gone = async { tokio::join!(writing, reading) };
    let gone = tokio::time::timeout(Duration::from_millis(50), gone).await;
    assert!(gone.is_err(), "both were dropped midway");
    let free = || {
        (
            store.parts.writing.available_permits(),
            store.parts.reading.available_permits(),
        )
    };
    assert_eq!(free(), (0, READERS as usize - 1));
    drop((end, stop));
    store.write::<_, StoreError>(|_| Ok(())).await.unwrap();
    let all = store.parts.reading.acquire_many(READERS);
    let _all = tokio::time::timeout(PATIENCE, all).await.unwrap();
}

#[test]
fn who_writes_without_a_pause_lets_others_have_their_turn() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&DatabaseUrl::of_data_dir(folder.path())).unwrap();
    let written = std::sync::atomic::AtomicU64::new(0);
    let stop = std::sync::atomic::AtomicBool::new(false);
    let mut waited_for: Vec<u64> = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::SeqCst) {
                let count = |_: &mut Db| {
                    written.fetch_add(1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(1));
                    Ok(())
                };
                store.write_now::<_, StoreError>(count).unwrap();
            }
        });
        let counts = (0..21).map(|_| {
            let before = written.load(Ordering::SeqCst);
            let now = |_: &mut Db| Ok::<_, StoreError>(written.load(Ordering::SeqCst));
            store.write_now(now).unwrap() - before
        });
        let counts = counts.collect();
        stop.store(true, Ordering::SeqCst);
        counts
    });
    waited_for.sort_unstable();
    assert!(
        waited_for[10] <= 2,
        "so many others wrote before each of our turns: {waited_for:?}"
    );
}
