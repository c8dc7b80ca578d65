//! The addresses of one's own settings, and of the code after the password.

use super::{Urls, returning};
use crate::domain::id::SessionId;
use crate::domain::token::Token;

impl Urls {
    /// One's own address and password.
    pub fn own_account(&self) -> String {
        "/settings/account".to_owned()
    }

    /// Change the address.
    pub fn change_address(&self) -> String {
        "/settings/address".to_owned()
    }

    /// Have letters sent again to an address from which they came back.
    pub fn resume_letters(&self) -> String {
        "/settings/address/resume".to_owned()
    }

    /// Drop the address that waits to be confirmed.
    pub fn cancel_address(&self) -> String {
        "/settings/address/cancel".to_owned()
    }

    /// The code after the password.
    pub fn sign_in_code(&self) -> String {
        "/sign-in/code".to_owned()
    }

    /// The same; it leads back to a path of this site.
    pub fn sign_in_code_and_return(&self, back: &str) -> String {
        returning(self.sign_in_code(), back)
    }

    /// One's own second factor.
    pub fn second_factor(&self) -> String {
        "/settings/second-factor".to_owned()
    }

    /// Show that an app has the secret.
    pub fn confirm_second_factor(&self) -> String {
        "/settings/second-factor/confirm".to_owned()
    }

    /// Have other recovery codes.
    pub fn renew_recovery_codes(&self) -> String {
        "/settings/second-factor/codes".to_owned()
    }

    /// Have no code asked for any more.
    pub fn end_second_factor(&self) -> String {
        "/settings/second-factor/end".to_owned()
    }

    /// Where one is signed in.
    pub fn own_sessions(&self) -> String {
        "/settings/sessions".to_owned()
    }

    /// One's own data.
    pub fn own_data(&self) -> String {
        "/settings/data".to_owned()
    }

    /// The download of one's own data.
    pub fn download_data(&self) -> String {
        "/settings/data/download".to_owned()
    }

    /// Close one's account.
    pub fn close_account(&self) -> String {
        "/settings/close".to_owned()
    }

    /// Send the hints for beginners away.
    pub fn dismiss_hints(&self) -> String {
        "/settings/hints/dismiss".to_owned()
    }

    /// Where another address of an account is confirmed; whole, for a letter.
    pub fn confirm_address(&self, token: &Token) -> String {
        self.absolute(&format!("/settings/address/confirm/{}", token.reveal()))
    }

    /// Signs out one browser.
    pub fn end_session(&self, id: SessionId) -> String {
        format!("/settings/sessions/{id}/end")
    }
}
