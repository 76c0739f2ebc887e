package dev.sayso.landing.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.Says;
import dev.sayso.shared.ProfileId;

/**
 * What a form says about a pause of everything: a day, or none where it showed one.
 */
@Component
public class FormPause {

	/** What the field is called. */
	public static final String UNTIL = "pauseUntil";

	/** What the field is called that carries which pause was shown. */
	public static final String SHOWN = "pause";

	private final RecordPause record;

	private final Says says;

	private final Clock clock;

	FormPause(RecordPause record, Says says, Clock clock) {
		this.says = says;
		this.record = record;
		this.clock = clock;
	}

	/**
	 * What was sent.
	 *
	 * @param until as it was typed
	 * @param shown the ledger's entry of the pause that the form showed; null where it
	 * showed none
	 */
	public record Typed(String until, @Nullable UUID shown) {

		/** The day; empty where none was typed, or what was typed is none. */
		public Optional<LocalDate> day() {
			try {
				return this.until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(this.until));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		}

	}

	/** The pause that runs now. */
	public Optional<Pause> running(Say say) {
		return say.pause(Purpose.MARKETING_ANY, this.clock.instant());
	}

	/** The days from which one may choose. */
	public RecordPause.Days days(ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		return new RecordPause.Days(today, today.plusYears(1));
	}

	/** Whether a day was typed that nobody may choose there. */
	public boolean isWrong(@Nullable Typed typed, ZoneId zone) {
		if (typed == null || typed.until().isEmpty()) {
			return false;
		}
		RecordPause.Days days = days(zone);
		return typed.day().filter((day) -> !day.isBefore(days.first()) && !day.isAfter(days.last())).isEmpty();
	}

	/** What the person says by it; empty where it is as it was. */
	public Optional<PauseStatement> bySubject(Say say, @Nullable Typed typed) {
		if (typed == null) {
			return Optional.empty();
		}
		Pause current = running(say).orElse(null);
		if (typed.until().isEmpty()) {
			boolean ends = current != null && current.ledgerId().equals(typed.shown());
			return ends ? Optional.of(PauseStatement.of(Purpose.MARKETING_ANY, null, null)) : Optional.empty();
		}
		return typed.day()
			.filter((day) -> current == null || !day.equals(current.until()))
			.map((day) -> PauseStatement.of(Purpose.MARKETING_ANY, day, null));
	}

	/** Whether it lets contact come sooner: it ends a pause, or shortens it. */
	public boolean opens(Say say, PauseStatement statement) {
		return running(say)
			.filter((current) -> statement.until() == null || statement.until().isBefore(current.until()))
			.isPresent();
	}

	/**
	 * Records it for the person, guarded by what the form showed.
	 * @throws PauseRefusedException where it must not be
	 */
	public void record(ProfileId profile, Declaration by, PauseStatement statement, Typed typed) {
		this.record.record(profile, by, statement, typed.shown());
	}

	/** Records what a visitor says, unless a longer pause stands. */
	public void ask(ProfileId profile, Declaration by, LocalDate until) {
		RecordPause.Days days = this.record.days(profile);
		boolean longer = running(this.says.find(profile)).filter((current) -> !until.isAfter(current.until()))
			.isPresent();
		if (!longer && !until.isBefore(days.first()) && !until.isAfter(days.last())) {
			this.record.record(profile, by, PauseStatement.of(Purpose.MARKETING_ANY, until, null));
		}
	}

}
