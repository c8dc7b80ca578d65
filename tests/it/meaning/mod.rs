//! What texts mean, by a model that these tests make themselves: tiny, of random weights, and with a few words that mean the same.
//!
//! Where TANYA_TEST_MODEL names the folder of a real model, it is tried too.

mod groups;
mod loading;
mod packed;
mod real;
mod threads;
mod tiny;
