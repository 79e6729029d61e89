//! Rings in a graph of what leads to what.

/// The nodes of a graph in an order in which those that are led to come first, and the ring each lies on, if any: a number
/// that all of one ring have. `leads` says for each node where it leads.
pub(crate) fn strongly_connected(leads: &[Vec<usize>]) -> (Vec<usize>, Vec<Option<u32>>) {
    connected(leads.len(), |node, child| leads[node].get(child).copied())
}

/// As [`strongly_connected`], of so many nodes, each of which is asked where it leads one by one.
pub(crate) fn connected(
    count: usize,
    leads: impl Fn(usize, usize) -> Option<usize>,
) -> (Vec<usize>, Vec<Option<u32>>) {
    // Tarjan's algorithm, without recursion: chains may be long.
    const NEW: u32 = u32::MAX;
    let (mut index, mut low, mut on_stack) = (vec![NEW; count], vec![0u32; count], vec![false; count]);
    let (mut stack, mut order, mut rings) = (Vec::new(), Vec::with_capacity(count), vec![None; count]);
    let mut next = 0;
    for start in 0..count {
        if index[start] != NEW {
            continue;
        }
        if leads(start, 0).is_none() {
            // What leads nowhere stands behind nothing; most nodes are so.
            (index[start], low[start]) = (next, next);
            next += 1;
            order.push(start);
            continue;
        }
        let mut path = vec![(start, 0)];
        while let Some((node, child)) = path.last_mut() {
            let node = *node;
            if *child == 0 {
                (index[node], low[node]) = (next, next);
                next += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if let Some(target) = leads(node, *child) {
                *child += 1;
                if index[target] == NEW {
                    path.push((target, 0));
                } else if on_stack[target] {
                    low[node] = low[node].min(index[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == index[node] {
                let at = stack.iter().rposition(|other| *other == node).expect("its root is on the stack");
                let members = stack.split_off(at);
                let is_ring = members.len() > 1;
                for member in members {
                    on_stack[member] = false;
                    rings[member] = is_ring.then_some(node as u32);
                    order.push(member);
                }
            }
        }
    }
    (order, rings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_found_and_order_follows_the_leads() {
        let (order, rings) = strongly_connected(&[vec![1], vec![2], vec![1], vec![]]);
        assert_eq!(rings[0], None);
        assert!(rings[1].is_some() && rings[1] == rings[2]);
        assert_eq!(rings[3], None);
        let place = |n| order.iter().position(|x| *x == n).expect("every node is in the order");
        assert!(place(1) < place(0) && place(2) < place(0));
        // What leads nowhere is led to before it is met, or met before it is led to.
        assert_eq!(strongly_connected(&[vec![], vec![0, 2], vec![]]).0, [0, 2, 1]);
    }
}
