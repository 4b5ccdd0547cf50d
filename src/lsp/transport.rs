//! Messages on a stream: a header with their length, then JSON. Nothing that is sent here can end the server but the end
//! of the stream.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::json;

/// The length in bytes past which a message is not read: nobody writes such a document.
const LIMIT: u64 = 256 << 20;

/// What was read.
#[derive(Debug)]
pub enum Received {
    /// A message.
    Message(Message),
    /// Something else; what is wrong with it.
    Malformed(String),
}

/// Reads one message; `None` at the end of the stream.
///
/// # Errors
/// When the stream cannot be read.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Received>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse().ok(),
            Some(_) => {}
            None if line.trim_end().is_empty() => break,
            None => return Ok(Some(Received::Malformed(format!("not a header: {}", line.trim_end())))),
        }
    }
    let Some(length) = length else { return Ok(Some(Received::Malformed("no Content-Length".to_owned()))) };
    if length > LIMIT {
        io::copy(&mut input.take(length), &mut io::sink())?;
        return Ok(Some(Received::Malformed(format!("longer than {LIMIT} bytes"))));
    }
    let mut body = Vec::new();
    if (input.take(length).read_to_end(&mut body)? as u64) < length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Received::Message(message),
        Err(error) => Received::Malformed(error.to_string()),
    }))
}

/// Answers something that was no message, as JSON-RPC 2.0 asks.
///
/// # Errors
/// When the stream cannot be written.
pub fn refuse(output: &mut impl Write, reason: &str) -> io::Result<()> {
    let error = json!({ "code": ErrorCode::ParseError as i32, "message": reason });
    let text = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_passed_over() {
        let body = r#"{"jsonrpc":"2.0","method":"exit"}"#;
        let good = format!("content-length: {}\r\nContent-Type: x\r\n\r\n{body}", body.len());
        let text = format!("rubbish\r\nA: b\r\n\r\nContent-Length: 2\r\n\r\n{{]{good}Content-Length: 99\r\n\r\nshort");
        let mut input = text.as_bytes();
        for reason in ["not a header", "no Content-Length", "column"] {
            let Ok(Some(Received::Malformed(said))) = read(&mut input) else { panic!("{reason}") };
            assert!(said.contains(reason), "{said}");
        }
        assert!(matches!(read(&mut input), Ok(Some(Received::Message(Message::Notification(_))))));
        assert!(matches!(read(&mut input), Ok(None)));
    }
}
