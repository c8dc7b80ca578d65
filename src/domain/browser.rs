//! What a browser calls itself, in a few words that its owner recognises.

/// A program on a system, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Browser {
    /// The program, such as `Firefox`.
    pub program: Option<&'static str>,
    /// The system, such as `Android`.
    pub system: Option<&'static str>,
}

/// Marks of programs; many name others that they are like, so the particular ones stand first.
const PROGRAMS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Browser {
    /// Reads the header `User-Agent`.
    pub fn of(agent: &str) -> Self {
        let first = |marks: &[(&str, &'static str)]| {
            let found = marks.iter().find(|(mark, _)| agent.contains(mark));
            found.map(|(_, name)| *name)
        };
        Self {
            program: first(PROGRAMS),
            system: first(SYSTEMS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_by_their_particular_marks() {
        let told = |agent| {
            let Browser { program, system } = Browser::of(agent);
            (program.unwrap_or("?"), system.unwrap_or("?"))
        };
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0";
        assert_eq!(told(edge), ("Edge", "Windows"));
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1";
        assert_eq!(told(phone), ("Safari", "iPhone"));
        let droid = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";
        assert_eq!(told(droid), ("Chrome", "Android"));
        assert_eq!(told("curl/8.0"), ("?", "?"));
    }
}
