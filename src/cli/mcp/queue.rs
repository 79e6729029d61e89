//! What has come in and waits to be answered: in the order of its arrival, but for what is cancelled.

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::fault::{Fault, INVALID_REQUEST};
use super::lines::{MOST_BYTES, next_line};
use super::message::{Message, Request, RequestId};
use crate::error::Error;

/// So many messages wait, and so many bytes of them; whoever sends more waits.
const MOST_WAITING: usize = 1024;
const MOST_WAITING_BYTES: usize = 4 * MOST_BYTES;

/// Messages between whoever reads them and whoever answers.
#[derive(Default)]
pub(super) struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Each with the bytes that it took.
    waiting: VecDeque<(Message, usize)>,
    bytes: usize,
    /// The request that is being answered.
    current: Option<Current>,
    /// How the input ended.
    ended: Option<Result<(), Error>>,
}

/// A request that is being answered.
struct Current {
    id: RequestId,
    can_be: Cancelled,
    awaited: Awaited,
}

/// Whether a request can be cancelled: what begins a session cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cancelled {
    Ever,
    Never,
}

impl Cancelled {
    fn of(request: &Request) -> Self {
        if request.method == "initialize" { Cancelled::Never } else { Cancelled::Ever }
    }
}

/// Whether somebody waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaited {
    Yes,
    No,
}

impl Queue {
    /// Reads messages until the input ends.
    pub(super) fn fill(&self, mut input: impl BufRead) {
        let ended = loop {
            match next_line(&mut input, MOST_BYTES) {
                Ok(Some(line)) => {
                    let bytes = line.length();
                    self.take(Message::of(line), bytes);
                }
                Ok(None) => break Ok(()),
                Err(why) => break Err(Error::stream("read", "standard input", why)),
            }
        };
        self.state().ended = Some(ended);
        self.changed.notify_all();
    }

    /// Puts a message behind those that wait. What is cancelled is taken out; a request with the id of one that is not answered yet is
    /// none.
    fn take(&self, message: Message, bytes: usize) {
        let mut state = self.state();
        match &message {
            Message::Nothing => return,
            Message::Cancelled(id) => return state.cancel(id),
            Message::Request(_) | Message::Broken(..) => {}
        }
        while state.waiting.len() >= MOST_WAITING || state.bytes + bytes > MOST_WAITING_BYTES {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let message = match message {
            Message::Request(request) if state.has(&request.id) => {
                let (before, behind) = ("there is a request of the id", " that is not answered yet");
                let fault = Fault::about(INVALID_REQUEST, before, &request.id.to_string(), behind);
                Message::Broken(Some(request.id), fault)
            }
            message => message,
        };
        state.bytes += bytes;
        state.waiting.push_back((message, bytes));
        drop(state);
        self.changed.notify_all();
    }

    /// The next message; `None` where there is no more.
    ///
    /// # Errors
    /// The input could not be read.
    pub(super) fn next(&self) -> Result<Option<Message>, Error> {
        let mut state = self.state();
        loop {
            if let Some((message, bytes)) = state.waiting.pop_front() {
                state.bytes -= bytes;
                if let Message::Request(request) = &message {
                    let can_be = Cancelled::of(request);
                    state.current = Some(Current { id: request.id.clone(), can_be, awaited: Awaited::Yes });
                }
                drop(state);
                self.changed.notify_all();
                return Ok(Some(message));
            }
            if let Some(ended) = state.ended.take() {
                // Whoever asks once more is told the same.
                state.ended = Some(Ok(()));
                return ended.map(|()| None);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// That the request has its answer, and whether somebody still waits for it.
    pub(super) fn answered(&self) -> Awaited {
        self.state().current.take().map_or(Awaited::Yes, |current| current.awaited)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn cancel(&mut self, id: &RequestId) {
        let is_it = |message: &Message| match message {
            Message::Request(request) => request.id == *id && Cancelled::of(request) == Cancelled::Ever,
            _ => false,
        };
        if let Some(at) = self.waiting.iter().position(|(message, _)| is_it(message)) {
            self.bytes -= self.waiting.remove(at).map_or(0, |(_, bytes)| bytes);
        }
        let is_it = |current: &&mut Current| current.id == *id && current.can_be == Cancelled::Ever;
        if let Some(current) = self.current.as_mut().filter(is_it) {
            current.awaited = Awaited::No;
        }
    }

    fn has(&self, id: &RequestId) -> bool {
        let is_it = |message: &Message| matches!(message, Message::Request(request) if request.id == *id);
        self.waiting.iter().any(|(message, _)| is_it(message))
            || self.current.as_ref().is_some_and(|current| current.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines, and what comes of them where all are read before any is answered.
    fn all(lines: &str) -> Vec<String> {
        let queue = Queue::default();
        queue.fill(lines.as_bytes());
        let mut found = Vec::new();
        while let Some(message) = queue.next().unwrap() {
            found.push(match message {
                Message::Request(request) => format!("{} {}", request.method, request.id),
                Message::Broken(id, _) => {
                    format!("broken {}", id.map_or_else(String::new, |id| id.to_string()))
                }
                other => panic!("{other:?} wants no answer"),
            });
            assert_eq!(queue.answered(), Awaited::Yes);
        }
        found
    }

    fn request(id: &str) -> String {
        format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"a\"}}\n")
    }

    fn cancel(id: &str) -> String {
        format!(
            "{{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{{\"requestId\":{id}}}}}\n"
        )
    }

    #[test]
    fn requests_wait_in_the_order_in_which_they_came_but_for_what_is_cancelled() {
        let lines =
            [request("1"), request("\"1\""), request("2"), cancel("\"1\""), request("3"), cancel("9")];
        assert_eq!(all(&lines.concat()), ["a 1", "a 2", "a 3"]);
        // Once it is cancelled an id is free, and what is cancelled before it comes is not.
        assert_eq!(all(&[cancel("1"), request("1"), cancel("1"), request("1")].concat()), ["a 1"]);
        let begins = request("1").replace("\"a\"", "\"initialize\"");
        assert_eq!(all(&[begins, cancel("1")].concat()), ["initialize 1"]);
    }

    #[test]
    fn an_id_that_is_in_use_is_no_id_of_another() {
        assert_eq!(all(&[request("1"), request("1"), request("2")].concat()), ["a 1", "broken 1", "a 2"]);
    }

    #[test]
    fn what_is_cancelled_while_it_is_answered_is_awaited_no_longer() {
        let queue = Queue::default();
        queue.fill([request("1"), request("2")].concat().as_bytes());
        queue.next().unwrap();
        queue.state().cancel(&RequestId::Number(2.into()));
        assert_eq!(queue.answered(), Awaited::Yes);
        assert_eq!(queue.next().unwrap(), None);
        queue.fill(request("3").as_bytes());
        queue.next().unwrap();
        queue.state().cancel(&RequestId::Number(3.into()));
        assert_eq!(queue.answered(), Awaited::No);
        queue.fill(request("4").replace("\"a\"", "\"initialize\"").as_bytes());
        queue.next().unwrap();
        queue.state().cancel(&RequestId::Number(4.into()));
        assert_eq!(queue.answered(), Awaited::Yes, "what begins a session cannot be cancelled");
    }

    #[test]
    fn whoever_sends_more_than_can_wait_waits_and_nothing_is_lost() {
        let queue = Queue::default();
        let many = 3 * MOST_WAITING;
        let lines: String = (0..many).map(|id| request(&id.to_string())).collect();
        std::thread::scope(|scope| {
            scope.spawn(|| queue.fill(lines.as_bytes()));
            for id in 0..many {
                let Some(Message::Request(request)) = queue.next().unwrap() else { panic!("{id} is lost") };
                assert_eq!(request.id, RequestId::Number(id.into()));
                assert!(queue.state().waiting.len() <= MOST_WAITING);
                queue.answered();
            }
            assert_eq!(queue.next().unwrap(), None);
        });
    }
}
