package dev.sayso.decision.board;

import java.util.List;

import dev.sayso.shared.page.Choices;

/**
 * The one form of a board that is open, and where: without JavaScript its address opens
 * it, and an anchor leads to its place.
 *
 * @param kind empty where none is open
 * @param placement the key of the scope's placement; empty for what is about no scope
 * @param place of the criterion in its scope, from 1; 0 for what is about none
 * @param find what is looked for among the offers
 * @param like the key of the placement whose ladder a new one takes over; empty for none
 */
record OpenForm(String kind, String placement, int place, String find, String like) {

	private static final List<String> KINDS = List.of("", "details", "guard", "placement", "placements", "people",
			"ranking", "source", "strategy", "offer", "offers", "fallback", "fallbacks");

	static final OpenForm NONE = new OpenForm("", "", 0, "", "");

	OpenForm {
		Choices.check(KINDS.contains(kind));
	}

	static OpenForm of(String kind) {
		return new OpenForm(kind, "", 0, "", "");
	}

	static OpenForm at(String kind, String placement, int place) {
		return new OpenForm(kind, placement, place, "", "");
	}

	/** Whether one of these is open there. */
	public boolean is(String kinds, String scope, int criterion) {
		return List.of(kinds.split(",")).contains(this.kind) && this.placement.equals(scope) && this.place == criterion;
	}

	public boolean isOpen() {
		return !this.kind.isEmpty();
	}

	/** What leads to it on the board of a decision. */
	String href(String board) {
		String at = this.placement.isEmpty() ? "" : "&placement=" + this.placement;
		String criterion = (this.place == 0) ? "" : "&place=" + this.place;
		return board + "?open=" + this.kind + at + criterion + "#in-place";
	}

}
