//! Whatever somebody sends as a file: it is read or refused, in bounded time and memory, and a picture that is kept can be read again.

use super::Prepared;

/// Panics where it does not hold.
pub fn hold(file: &[u8]) {
    // Its end names it too.
    let name = String::from_utf8_lossy(&file[file.len().saturating_sub(40)..]);
    let Ok(prepared) = Prepared::read(file.to_vec(), &name) else {
        return;
    };
    assert!(!prepared.name.as_str().contains(['/', '\\', '\0']), "a name is no path");
    if prepared.kind.is_picture() {
        let again = Prepared::read(prepared.bytes, prepared.name.as_str());
        let again = again.expect("what was written anew is read again");
        assert_eq!((again.kind, again.pixels), (prepared.kind, prepared.pixels));
    } else {
        assert_eq!(prepared.bytes, file, "no file but a picture is changed");
    }
}
