package dev.sayso.consent.card;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.ledger.PendingOptIn;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.card.PurposeCard.RecordForm;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.consent.status.VerdictMessages;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.shared.Channel;

/**
 * The card <em>May we contact?</em>: the verdict for each channel and every reason for
 * it.
 */
@Component
@Order(20)
class ContactStatusCard implements ProfileCard {

	private final ContactStatuses statuses;

	private final VerdictMessages verdicts;

	private final SayMessages messages;

	private final PendingOptIns pending;

	private final PurposeCard purposes;

	ContactStatusCard(ContactStatuses statuses, VerdictMessages verdicts, SayMessages messages, PendingOptIns pending,
			PurposeCard purposes) {
		this.statuses = statuses;
		this.verdicts = verdicts;
		this.messages = messages;
		this.pending = pending;
		this.purposes = purposes;
	}

	/**
	 * @param action what the sender wants to do
	 * @param waiting opt-ins that nobody confirmed yet
	 */
	record View(String action, List<Row> rows, List<Waiting> waiting) {

	}

	record Row(Channel channel, boolean allowed, String look, String icon, String line, List<Why> reasons,
			RecordForm form) {

	}

	/**
	 * @param whose the person whose history holds the entry behind it
	 * @param ledger that entry; null where there is none
	 * @param sharer the name of somebody else with the same address; null for the person
	 * @param suppression what suppresses the address; null where nothing does
	 */
	record Why(String text, String whose, @Nullable UUID ledger, @Nullable String sharer, @Nullable UUID suppression) {

	}

	record Waiting(Channel channel, Instant at, String by) {

	}

	@Override
	public String template() {
		return "consent/card/_status";
	}

	@Override
	public void fill(Model model, Context context) {
		boolean transactional = Question.TRANSACTIONAL.equals(model.getAttribute("action"));
		model.addAttribute("contactStatus", view(context, transactional ? Question.TRANSACTIONAL : "marketing",
				(PurposeCard.Attempt) model.getAttribute(PurposeCard.ATTEMPT)));
	}

	private View view(Context context, String action, PurposeCard.@Nullable Attempt attempt) {
		List<Verdict> verdicts = action.equals(Question.TRANSACTIONAL)
				? this.statuses.verdicts(context.contactStatus(), action) : context.verdicts();
		return new View(action, verdicts.stream().map((verdict) -> row(context, verdict, attempt)).toList(),
				this.pending.list(context.profile().id())
					.stream()
					.filter((optIn) -> optIn.purpose().channel().isPresent())
					.map(this::waiting)
					.toList());
	}

	private Row row(Context context, Verdict verdict, PurposeCard.@Nullable Attempt attempt) {
		boolean missing = verdict.has(Code.ADDRESS_MISSING) && verdict.reasons().size() == 1;
		String look = verdict.allowed() ? "yes" : missing ? "none" : "no";
		String icon = verdict.allowed() ? "check" : missing ? "minus" : "ban";
		Purpose purpose = Purpose.marketing(verdict.channel());
		return new Row(verdict.channel(), verdict.allowed(), look, icon, this.verdicts.brief(verdict),
				reasons(context, verdict), this.purposes.form(context, purpose, attempt));
	}

	private List<Why> reasons(Context context, Verdict verdict) {
		if (verdict.allowed()) {
			EffectiveChoice basis = verdict.bases().get(0);
			return List.of(new Why(this.verdicts.full(verdict), context.profile().id().toString(),
					ledger((basis.consent() != null) ? basis.consent() : basis.takenBack()), null, null));
		}
		return VerdictMessages.ordered(verdict).stream().map((reason) -> {
			String whose = (reason.sharer() != null) ? reason.sharer().toString() : context.profile().id().toString();
			Suppression suppression = reason.suppression();
			return new Why(this.verdicts.full(reason, verdict.channel()), whose, reason.ledger(), reason.sharerName(),
					(suppression != null) ? suppression.id() : null);
		}).toList();
	}

	private static @Nullable UUID ledger(@Nullable Consent consent) {
		return (consent != null) ? consent.ledgerId() : null;
	}

	private Waiting waiting(PendingOptIn optIn) {
		return new Waiting(optIn.purpose().channel().orElseThrow(), optIn.at(),
				this.messages.by(optIn.origin(), false, optIn.actor(), optIn.source()));
	}

}
