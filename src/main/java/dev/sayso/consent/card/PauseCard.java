package dev.sayso.consent.card;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.RecordPause;

/**
 * The card <em>Pause</em>: until when somebody wants no marketing, and the small forms by
 * which an operator sets, changes and ends that.
 */
@Component
@Order(15)
class PauseCard implements ProfileCard {

	/** The attribute of the model that holds an {@link Attempt}. */
	static final String ATTEMPT = "pauseAttempt";

	private final RecordPause pauses;

	private final ConsentSettings settings;

	private final SayMessages messages;

	private final Clock clock;

	PauseCard(RecordPause pauses, ConsentSettings settings, SayMessages messages, Clock clock) {
		this.pauses = pauses;
		this.settings = settings;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A pause that was not recorded.
	 *
	 * @param added whether it was the form of a new one
	 * @param faults what is wrong, by field, as message keys
	 * @param changed whether somebody else changed it in between
	 */
	record Attempt(boolean added, PauseForm form, Map<String, String> faults, boolean changed) {

	}

	/**
	 * @param until its last day
	 * @param by since when and by whom
	 * @param changed whether somebody else changed it in between
	 */
	record Row(Pause pause, String until, String by, PauseForm form, Map<String, String> faults, boolean open,
			boolean changed) {

		public String id() {
			return "pause-" + this.pause.key();
		}

	}

	/**
	 * @param offered what may be paused besides
	 * @param form of a new one
	 * @param open whether it is asked for now
	 * @param changed whether somebody else paused the same in between
	 */
	record View(List<Row> rows, List<String> offered, RecordPause.Days days, PauseForm form, Map<String, String> faults,
			boolean open, boolean changed) {

	}

	@Override
	public String template() {
		return "consent/card/_pause";
	}

	@Override
	public void fill(Model model, Context context) {
		Attempt attempt = (Attempt) model.getAttribute(ATTEMPT);
		Say say = context.contactStatus().say();
		Instant now = this.clock.instant();
		List<Row> rows = say.pauses()
			.values()
			.stream()
			.filter((pause) -> pause.isRunning(now))
			.map((pause) -> row(pause, (attempt != null && !attempt.added()) ? attempt : null))
			.toList();
		List<String> offered = Stream
			.concat(Stream.of(Purpose.MARKETING_ANY), this.settings.channelsInUse().stream().map(Purpose::marketing))
			.filter((purpose) -> say.pause(purpose, now).isEmpty())
			.map(Pause::key)
			.toList();
		Attempt added = (attempt != null && attempt.added()) ? attempt : null;
		model.addAttribute("pauses",
				new View(rows, offered, this.pauses.days(context.profile().id()),
						(added != null) ? added.form() : PauseForm.NEW, (added != null) ? added.faults() : Map.of(),
						added != null, added != null && added.changed()));
	}

	private Row row(Pause pause, @Nullable Attempt attempt) {
		String until = this.messages.times().day(pause.until());
		String by = this.messages.text("say.since", this.messages.times().day(pause.since()), this.messages.by(pause));
		if (attempt != null && attempt.form().what().equals(pause.key())) {
			PauseForm typed = attempt.form();
			return new Row(pause, until, by,
					new PauseForm(pause.key(), pause.ledgerId().toString(), typed.until(), typed.evidence()),
					attempt.faults(), true, attempt.changed());
		}
		return new Row(pause, until, by,
				new PauseForm(pause.key(), pause.ledgerId().toString(), pause.until().toString(), EvidenceForm.NONE),
				Map.of(), false, false);
	}

}
