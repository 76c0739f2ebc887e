package dev.sayso.profile.list;

import java.util.List;

import dev.sayso.consent.LastChange;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;

/**
 * A person in the list.
 *
 * @param address what tells them from others of the name
 * @param any whether they said no to any channel, which then stands for all columns
 */
record ProfileRowView(String id, String name, String address, String country, boolean any, List<Cell> cells,
		String personalization, LastChange change) {

	record Cell(Channel channel, Verdict.State state) {

		public String look() {
			return (this.state == Verdict.State.NO_ADDRESS) ? "nil" : this.state.look();
		}

	}

	public boolean changedThemself() {
		return this.change.origin() == Origin.SUBJECT;
	}

}
