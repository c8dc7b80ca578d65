//! What a browser calls itself, in a few words that its owner recognises, and from where it came.

use std::net::IpAddr;

use super::network::shortened;

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

impl Browser {
    /// The two words as a row keeps them, such as `Firefox/Linux`; `?` stands for what is not known.
    pub fn label(&self) -> String {
        format!("{}/{}", self.program.unwrap_or("?"), self.system.unwrap_or("?"))
    }

    /// Reads back what [`Browser::label`] wrote.
    pub fn labelled(label: &str) -> Self {
        let (program, system) = label.split_once('/').unwrap_or((label, ""));
        let known = |names: &[(&str, &'static str)], wanted: &str| {
            let found = names.iter().find(|(_, name)| *name == wanted);
            found.map(|(_, name)| *name)
        };
        Self {
            program: known(PROGRAMS, program),
            system: known(SYSTEMS, system),
        }
    }
}

/// What is kept of where somebody signs in: never the whole header, never the whole address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The browser.
    pub browser: Browser,
    /// The network, shortened.
    pub network: String,
}

impl Place {
    /// The place of a request with this `User-Agent` from this address.
    pub fn of(agent: &str, address: IpAddr) -> Self {
        Self {
            browser: Browser::of(agent),
            network: shortened(address),
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

    #[test]
    fn a_label_says_what_the_browser_said() {
        for agent in [
            "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
            "curl/8.0",
            "Firefox/1",
        ] {
            let browser = Browser::of(agent);
            assert_eq!(Browser::labelled(&browser.label()), browser);
        }
        assert_eq!(Browser::of("Firefox/130.0 Linux").label(), "Firefox/Linux");
        assert_eq!(Browser::labelled("<script>/").label(), "?/?");
    }
}
