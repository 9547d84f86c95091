//! A word that nobody can guess, new for each page load.

/// 128 bits of the operating system's randomness, in hexadecimal.
///
/// # Errors
///
/// - The operating system has none to give.
pub(super) fn nonce() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_are_alike() {
        let nonce = || super::nonce().expect("randomness");
        let (a, b) = (nonce(), nonce());
        assert_eq!(a.len(), 32);
        assert_ne!(a, b);
    }
}
