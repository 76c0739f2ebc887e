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
		Opened opened, List<Change> changes) {

	record Row(Channel channel, List<Cell> cells) {

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

	/** The verdict that is looked at. */
	record Opened(Channel channel, String action, @Nullable String name, Verdict verdict, List<Why> reasons,
			List<Why> changes) {

	}

	/**
	 * A reason, or what would have to change for it.
	 *
	 * @param code null where it is none
	 * @param href where it comes from; null for nowhere
	 * @param link message key of the link's text
	 */
	record Why(String icon, String text, @Nullable String code, @Nullable Instant since, @Nullable Instant until,
			@Nullable String href, @Nullable String link) {

	}

	/**
	 * A change that bears on contact.
	 *
	 * @param href the panel as of it
	 * @param current whether it is the last one that counted at the instant shown
	 */
	record Change(Instant at, String href, boolean current, String text, ChoiceView before, ChoiceView after,
			String by) {

	}

}
