package dev.sayso.consent.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.status.TakenBackMessages;

/**
 * The card <em>Personalization and other purposes</em>, and the small form by which an
 * operator records a choice.
 */
@Component
@Order(10)
class PurposeCard implements ProfileCard {

	/** The attribute of the model that holds an {@link Attempt}. */
	static final String ATTEMPT = "recordAttempt";

	private static final List<Purpose> OTHER = Stream.of(Purpose.values())
		.filter((purpose) -> !purpose.isMarketing())
		.toList();

	private final SayMessages messages;

	private final TakenBackMessages takenBack;

	PurposeCard(SayMessages messages, TakenBackMessages takenBack) {
		this.messages = messages;
		this.takenBack = takenBack;
	}

	/**
	 * A choice whose form is asked for, or that was not recorded.
	 *
	 * @param faults what is missing, by field, as message keys
	 * @param changed whether somebody else changed it in between
	 */
	record Attempt(Purpose purpose, @Nullable Choice choice, EvidenceForm evidence, Map<String, String> faults,
			boolean changed) {

	}

	/**
	 * One purpose and what holds for it.
	 *
	 * @param line since when and by whom, or what holds where nothing is said
	 */
	record Row(Purpose purpose, ChoiceView choice, String line, RecordForm form) {

	}

	/**
	 * @param shown the ledger's entry that the page shows; empty where none is
	 * @param choice what is chosen so far
	 * @param own whether the person themself said no, so that lifting takes grounds
	 * @param open whether it is asked for now
	 */
	record RecordForm(Purpose purpose, String shown, @Nullable Choice choice, boolean own, boolean open,
			EvidenceForm evidence, Map<String, String> faults, boolean changed) {

		public String id(String field) {
			return "record-" + this.purpose.key().replace('.', '-') + "-" + field;
		}

		public String changeId() {
			return PurposeCard.changeId(this.purpose);
		}

	}

	/** Of the summary that opens the form for a purpose, on this card or the next. */
	static String changeId(Purpose purpose) {
		return "change-" + purpose.key().replace('.', '-');
	}

	@Override
	public String template() {
		return "consent/card/_purposes";
	}

	@Override
	public boolean beside() {
		return false;
	}

	@Override
	public void fill(Model model, Context context) {
		Attempt attempt = (Attempt) model.getAttribute(ATTEMPT);
		model.addAttribute("purposes", OTHER.stream().map((purpose) -> row(context, purpose, attempt)).toList());
	}

	RecordForm form(Context context, Purpose purpose, @Nullable Attempt attempt) {
		Optional<Consent> said = context.contactStatus().say().get(purpose);
		boolean own = said.filter((consent) -> consent.choice() == Choice.NO && consent.isTheirs()).isPresent();
		String shown = said.map((consent) -> consent.ledgerId().toString()).orElse("");
		return (attempt != null && attempt.purpose() == purpose)
				? new RecordForm(purpose, shown, attempt.choice(), own, true, attempt.evidence(), attempt.faults(),
						attempt.changed())
				: new RecordForm(purpose, shown, null, own, false, EvidenceForm.NONE, Map.of(), false);
	}

	private Row row(Context context, Purpose purpose, @Nullable Attempt attempt) {
		EffectiveChoice effective = context.contactStatus()
			.say()
			.effective(purpose, context.contactStatus().defaults());
		Consent consent = effective.consent();
		ChoiceView choice = ChoiceView.of((consent != null) ? consent.choice() : null, purpose);
		String line = (consent != null) ? this.messages.since(consent)
				: unsaid(effective, context.contactStatus().defaults());
		return new Row(purpose, choice, line, form(context, purpose, attempt));
	}

	private String unsaid(EffectiveChoice effective, ConsentDefaults defaults) {
		String counts = effective.purpose().isTracking() ? defaults.tracking(effective.purpose()).key()
				: effective.allows() ? "yes" : "no";
		return (effective.takenBack() != null)
				? this.messages.text("reason.taken-back." + counts, this.takenBack.full(effective.takenBack()))
				: this.messages.text("purpose.unsaid." + counts);
	}

}
