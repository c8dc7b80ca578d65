//! The addresses of one's own settings.

use super::Urls;
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
