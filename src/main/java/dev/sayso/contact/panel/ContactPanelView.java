package dev.sayso.contact.panel;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;

/**
 * The panel as it is drawn.
 *
 * @param at the instant past that is shown; null for now
 * @param local the same as the field has it
 * @param now the address of the same without it
 */
record ContactPanelView(ContactPanelQuery query, @Nullable Instant at, String local, String now, List<Row> rows,
		Opened opened, List<ContactLane> lanes, Slider slider, List<Change> changes) {

	record Row(Channel channel, List<Cell> cells) {

		/** Whether all say the same, so that a telephone shows one for all. */
		public boolean isSame() {
			return this.cells.stream()
				.allMatch((cell) -> cell.text.equals(this.cells.get(0).text)
						&& cell.reasons == this.cells.get(0).reasons);
		}

		public boolean isCurrent() {
			return this.cells.stream().anyMatch(Cell::current);
		}

	}

	/**
	 * What moves through time.
	 *
	 * @param x where the instant shown is
	 * @param at that instant
	 * @param text the same in words
	 * @param stops where something changed, with when
	 */
	record Slider(ContactLane.Scale scale, int x, Instant at, String text, String stops) {

		/** Where the line that marks it begins, so that all of it is seen. */
		public int markX() {
			return Math.min(this.x, ContactLane.Scale.WIDTH - 4);
		}

	}

	record Stop(int x, Instant at) {

	}

	/**
	 * @param name what people call the action where it is the deployment's own; null for
	 * the others, which messages name
	 * @param href null where the action is not for this channel
	 * @param look the class of the chip
	 * @param text message key
	 * @param reasons how many stand against it
	 */
	record Cell(String action, @Nullable String name, @Nullable String href, boolean current, String look, String icon,
			String text, int reasons) {

		static Cell none(String action, String name) {
			return new Cell(action, name, null, false, "none", "minus", "nothing", 0);
		}

		static Cell of(String action, @Nullable String name, String href, boolean current, Verdict verdict) {
			Verdict.State state = verdict.allowed() ? Verdict.State.MAY_CONTACT : verdict.state();
			return new Cell(action, name, href, current, state.look(), state.icon(), "contact.cell." + state.reach(),
					verdict.reasons().size());
		}

	}

	/**
	 * The verdict that is looked at.
	 *
	 * @param name what people call an action of the deployment's own; null for the others
	 * @param told its first reason, or what lets through, in a sentence
	 */
	record Opened(Channel channel, String action, @Nullable String name, Verdict verdict, List<Why> reasons,
			List<Why> changes, String told) {

		/** How the verdict stands, as its cell says it. */
		public Cell cell() {
			return Cell.of(this.action, this.name, "", true, this.verdict);
		}

	}

	/**
	 * A reason, or what would have to change for it.
	 *
	 * @param origin class of its disc: who spoke
	 * @param source where it comes from, by whom and why; null where that is told already
	 * @param code null where it is none
	 * @param href where it comes from; null for nowhere
	 * @param link message key of the link's text
	 */
	record Why(String icon, String origin, String text, @Nullable String source, @Nullable String code,
			@Nullable Instant since, @Nullable Instant until, @Nullable String href, @Nullable String link) {

		/** Whether its link is to lift something, which operators alone may. */
		public boolean isLifts() {
			return "contact.open.no".equals(this.link) || "contact.open.suppression".equals(this.link);
		}

	}

	/** How many changes are told. */
	public long count() {
		return this.changes.stream().filter((change) -> !change.isChosen()).count();
	}

	/**
	 * A change that bears on contact, or the instant shown where there is none at it.
	 *
	 * @param href the panel as of it
	 * @param current whether it is at the instant shown
	 * @param text null where there is no change, like what follows
	 */
	record Change(Instant at, String href, boolean current, @Nullable String text, @Nullable ChoiceView before,
			@Nullable ChoiceView after, @Nullable String by) {

		static Change chosen(Instant at, String href) {
			return new Change(at, href, true, null, null, null, null);
		}

		public boolean isChosen() {
			return this.text == null;
		}

	}

}
