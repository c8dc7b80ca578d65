use super::*;

fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigProblems> {
    let variables = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Config::read(&variables, &Overrides::default())
}

#[test]
fn nothing_set_is_a_forum_on_this_machine() {
    let config = read(&[]).unwrap();
    assert_eq!(config.bind, DEFAULT_BIND);
    assert_eq!(config.public_url, placeholder());
    assert_eq!(config.database, DatabaseUrl::of_data_dir(Path::new("data")));
    assert_eq!(config.mail, MailRoute::Folder("data/letters".into()));
}

#[test]
fn a_port_that_was_left_to_the_system_is_named_once_it_is_known() {
    let chosen: SocketAddr = "127.0.0.1:4711".parse().unwrap();
    let config = read(&[("TANYA_BIND", "127.0.0.1:0")]).unwrap();
    assert_eq!(config.public_url_at(chosen).as_str(), "http://127.0.0.1:4711/");
    for said in ["http://127.0.0.1:8090/", "http://localhost/"] {
        let config = read(&[("TANYA_BIND", "127.0.0.1:0"), ("TANYA_PUBLIC_URL", said)]).unwrap();
        assert_eq!(config.public_url_at(chosen).as_str(), said, "what was said is so");
    }
}

#[test]
fn every_problem_is_reported_at_once_and_no_secret() {
    let problems = read(&[
        ("TANYA_BIND", "here"),
        ("TANYA_PUBLIC_URL", "forum"),
        ("DATABASE_URL", "postgres:hunter2"),
        ("TANYA_TRUSTED_PROXIES", "10.0.0.0/8, nobody"),
        ("SMTP_URL", "mail:hunter2@x"),
        ("TANYA_LOG", "tanya=loud"),
        ("TANYA_LOG_FORMAT", "xml"),
    ]);
    let text = problems.err().unwrap().to_string();
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn a_public_address_needs_tls_and_a_declared_proxy() {
    assert!(read(&[("TANYA_PUBLIC_URL", "http://forum.example.com")]).is_err());
    assert!(read(&[("TANYA_PUBLIC_URL", "https://forum.example.com")]).is_err());
    let proxied = [
        ("TANYA_PUBLIC_URL", "https://forum.example.com"),
        ("TANYA_TRUSTED_PROXIES", "127.0.0.1"),
    ];
    assert!(read(&proxied).is_ok());
    assert!(read(&[("TANYA_BIND", "0.0.0.0:80")]).is_err());
}
#[test]
fn every_variable_is_explained() {
    let papers = [
        ("docs/OPERATIONS.md", include_str!("../../docs/OPERATIONS.md")),
        (".env.sample", include_str!("../../.env.sample")),
    ];
    for (name, paper) in papers {
        let explained: Vec<&str> = paper
            .lines()
            .filter_map(|line| match name {
                ".env.sample" => line.trim_start_matches('#').split_once('=').map(|(name, _)| name),
                _ => line.strip_prefix("| `").and_then(|row| row.split('`').next()),
            })
            .collect();
        for variable in VARIABLES {
            assert!(explained.contains(variable), "{name} does not explain {variable}");
        }
    }
}

#[test]
fn the_sample_is_a_good_configuration() {
    let sample = include_str!("../../.env.sample").lines();
    let pairs: Vec<(&str, &str)> = sample
        .filter_map(|line| line.strip_prefix('#')?.split_once('='))
        .collect();
    assert!(pairs.iter().all(|(name, _)| VARIABLES.contains(name)), "{pairs:?}");
    assert!(read(&pairs).is_ok());
}
