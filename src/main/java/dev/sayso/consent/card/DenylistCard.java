package dev.sayso.consent.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.card.DenylistView.Lift;
import dev.sayso.consent.card.DenylistView.No;
import dev.sayso.consent.card.DenylistView.Row;
import dev.sayso.consent.ledger.OperatorSayChanges.Box;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.status.Verdict.Code;

/**
 * The card <em>No longer contact</em>, as stored or as a save that did not go through
 * left it.
 */
@Component
@Order(10)
class DenylistCard implements ProfileCard {

	/** The attribute of the model that holds an {@link Attempt}. */
	static final String ATTEMPT = "denylistAttempt";

	private final PendingOptIns pending;

	private final SayMessages messages;

	DenylistCard(PendingOptIns pending, SayMessages messages) {
		this.pending = pending;
		this.messages = messages;
	}

	/**
	 * A save that did not go through.
	 *
	 * @param grounds the own noes whose grounds are asked for
	 * @param changed the noes that somebody else said in between
	 */
	record Attempt(DenylistForm form, Set<Purpose> grounds, Set<Purpose> changed) {

	}

	@Override
	public String template() {
		return "consent/card/_denylist";
	}

	@Override
	public void fill(Model model, Context context) {
		model.addAttribute("denylist", view(context, (Attempt) model.getAttribute(ATTEMPT)));
	}

	private DenylistView view(Context context, @Nullable Attempt attempt) {
		Set<Purpose> waiting = this.pending.list(context.profile().id())
			.stream()
			.map((optIn) -> optIn.purpose())
			.collect(Collectors.toSet());
		List<Row> rows = new ArrayList<>();
		rows.add(row(context.contactStatus().say(), Purpose.MARKETING_ANY, null, null, attempt));
		boolean any = rows.get(0).ticked();
		for (Verdict verdict : context.verdicts()) {
			Purpose purpose = Purpose.marketing(verdict.channel());
			String note = any ? "denylist.covered" : note(verdict, waiting.contains(purpose));
			rows.add(row(context.contactStatus().say(), purpose, any, note, attempt));
		}
		String fault = (attempt != null && attempt.form().isTooLong()) ? "evidence.fault.long" : null;
		boolean stopped = attempt != null && attempt.form().boxes().stream().anyMatch(Box::isTickedAnew);
		return new DenylistView(rows, attempt != null, stopped, attempt != null && !attempt.changed().isEmpty(),
				(attempt != null) ? attempt.form().reason() : "", fault);
	}

	private Row row(Say say, Purpose purpose, @Nullable Boolean covered, @Nullable String note,
			@Nullable Attempt attempt) {
		String key = DenylistForm.key(purpose);
		Optional<Consent> no = say.get(purpose).filter((consent) -> consent.choice() == Choice.NO);
		boolean ticked = (attempt != null) ? attempt.form().ticked().contains(key) : no.isPresent();
		return new Row(key, purpose.channel().orElse(null),
				key + "=" + no.map((consent) -> consent.ledgerId().toString()).orElse(""), ticked,
				ticked != no.isPresent(), Boolean.TRUE.equals(covered),
				no.map((consent) -> new No(consent.since(), this.messages.by(consent))).orElse(null),
				attempt != null && attempt.changed().contains(purpose), note,
				no.filter(Consent::isTheirs).map((consent) -> lift(consent, key, attempt)).orElse(null));
	}

	private static Lift lift(Consent no, String key, @Nullable Attempt attempt) {
		if (attempt == null || attempt.form().ticked().contains(key)) {
			return new Lift(key, false, no.own(), EvidenceForm.NONE, Map.of());
		}
		EvidenceForm evidence = attempt.form().evidence(key);
		Map<String, String> faults = attempt.form().isAsked(key) ? evidence.missing(no.own()) : Map.of();
		return new Lift(key, true, no.own(), evidence, faults);
	}

	private static @Nullable String note(Verdict verdict, boolean waiting) {
		if (verdict.has(Code.ADDRESS_MISSING)) {
			return "denylist.missing." + verdict.channel().key();
		}
		if (verdict.has(Code.ADDRESS_SUPPRESSED)) {
			return "denylist.suppressed";
		}
		return (waiting || verdict.has(Code.PENDING)) ? "state.WAITING" : null;
	}

}
