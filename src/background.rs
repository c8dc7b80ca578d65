//! Work that nobody waits for: a piece after the other, in a thread of its own, beside everything else.

use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

/// How often somebody who has nothing to do looks for something; a test does not wait.
const LOOK: Duration = Duration::from_millis(if cfg!(test) { 1 } else { 1_000 });

/// Does pieces of work until told to stop; blocks its thread. A piece answers whether there was anything to do.
///
/// Half of the time is rest, as others work and write too. What fails is tried again: it is told once until a piece succeeds. A
/// piece that panics has failed; whoever gives it keeps nothing that a panic could leave half done.
pub fn keep_doing<E: Display>(
    stop: &CancellationToken,
    complaint: &'static str,
    mut piece: impl FnMut() -> Result<bool, E>,
) {
    let mut has_failed = false;
    while !stop.is_cancelled() {
        let begun = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(&mut piece));
        let failure = match &done {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(_) => Some("it panicked".to_owned()),
        };
        if let Some(error) = failure.as_ref().filter(|_| !has_failed) {
            tracing::warn!(error, "{complaint}");
        }
        has_failed = failure.is_some();
        let is_moving = matches!(done, Ok(Ok(true)));
        std::thread::sleep(if is_moving { begun.elapsed().min(LOOK) } else { LOOK });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_after_what_fails_and_what_panics_until_it_is_told_to_stop() {
        let stop = CancellationToken::new();
        let mut pieces = 0;
        keep_doing(&stop, "pieces cannot be done", || {
            pieces += 1;
            match pieces {
                1 => Err("a failure"),
                2 => panic!("a panic"),
                3 => Ok(true),
                _ => {
                    stop.cancel();
                    Ok(true)
                }
            }
        });
        assert_eq!(pieces, 4);
    }
}
