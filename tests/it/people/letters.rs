//! What letters say, as a reader would see them.

use tanya::domain::job::Job;
use tanya::domain::role::Role;
use tanya::store::jobs;

use super::Town;

impl Town {
    pub(super) fn forget_password(&self, email: &str) {
        let email = email.to_owned();
        self.write(|tx| jobs::enqueue(tx, &Job::ForgottenPassword { email }, self.now()));
    }
}

#[test]
fn a_job_that_runs_twice_sends_two_good_letters() {
    let town = Town::new();
    town.person("Ada", Role::Member, true);
    town.forget_password("ada@example.com");
    town.forget_password("ada@example.com");
    let letters = town.letters();
    assert_eq!(letters.len(), 2);
    assert_ne!(letters[0].text, letters[1].text);
}

#[test]
fn letters_carry_the_name_of_the_site() {
    let town = Town::new();
    let mut settings = town.read(tanya::store::settings::load);
    settings.site_name = "Lamps & Light".to_owned();
    town.write(|tx| tanya::store::settings::save(tx, &settings, town.now()));
    town.begin("Ada", "ada@example.com", None);
    let letter = &town.letters()[0];
    assert!(letter.subject.contains("Lamps & Light"));
    assert!(letter.html.contains("Lamps &amp; Light"));
}
