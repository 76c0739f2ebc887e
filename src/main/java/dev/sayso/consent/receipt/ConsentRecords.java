package dev.sayso.consent.receipt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.receipt.ConsentRecord.Box;
import dev.sayso.consent.receipt.ConsentRecord.Controller;
import dev.sayso.consent.receipt.ConsentRecord.Notice;
import dev.sayso.consent.receipt.ConsentRecord.PurposeTerm;
import dev.sayso.consent.receipt.ConsentRecord.Status;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.shared.Organisation;
import dev.sayso.shared.Settings;

/**
 * Makes consent records of what the ledger holds, in the language of the page that was
 * shown. Nothing of them is kept: who is erased has none any more.
 */
@Component
class ConsentRecords {

	private static final List<String> LANGUAGES = List.of("en", "fr", "nl");

	private final MessageSource messages;

	private final ReceiptPurposes purposes;

	private final Settings settings;

	ConsentRecords(MessageSource messages, ReceiptPurposes purposes, Settings settings) {
		this.messages = messages;
		this.purposes = purposes;
		this.settings = settings;
	}

	/**
	 * @param entries what one form, or one act, wrote about one person; the first names
	 * the record
	 */
	ConsentRecord write(Profile profile, List<LedgerEntry> entries) {
		LedgerEntry first = entries.get(0);
		Map<String, Object> evidence = first.evidence().facts();
		String language = text(evidence, "language", "en");
		String person = profile.details().externalId();
		return new ConsentRecord(ConsentRecord.CONTEXT, "urn:uuid:" + first.id(), List.of("dpv:ConsentRecord"),
				ConsentRecord.SCHEMA, first.id().toString(), first.at().toString(), language,
				ConsentRecord.Subject.of((person != null) ? person : profile.id().toString()), controller(evidence),
				notice(evidence, language), (String) evidence.get("reachedBy"),
				Boolean.TRUE.equals(evidence.get("gpc")) ? "Sec-GPC: 1" : null,
				entries.stream().map((entry) -> process(entry, language)).toList());
	}

	private ConsentRecord.Process process(LedgerEntry entry, String language) {
		String key = entry.purpose();
		String state = DpvTerms.state(entry.before(), entry.after());
		boolean person = entry.origin() == Origin.SUBJECT || entry.own();
		return new ConsentRecord.Process(List.of("dpv:Process"),
				List.of(new PurposeTerm(List.of("dpv:Purpose"), key, DpvTerms.purpose(key), label(key, language))),
				DpvTerms.processing(key), DpvTerms.data(key), List.of(DpvTerms.basis(entry.after())),
				List.of(ConsentRecord.Storage.until(say("receipt.kept", language))),
				List.of(new Status(List.of(state), entry.saidAt().toString(),
						person ? "dpv:DataSubject" : "dpv:DataController", entry.source(), entry.origin().key(),
						entry.before(), entry.after(), entry.reason(), entry.id().toString())));
	}

	/** The sender whom the page named; for what was said elsewhere, ours. */
	private Controller controller(Map<String, Object> evidence) {
		if (evidence.get("wording") instanceof Map<?, ?> wording && wording.get("sender") instanceof Map<?, ?> sender) {
			return Controller.of(text(sender, "name", ""), text(sender, "address", ""),
					filled(text(sender, "email", ""), text(sender, "phone", "")), text(sender, "privacyNotice", ""));
		}
		Organisation organisation = Organisation.of(this.settings);
		return Controller.of(organisation.name(), organisation.address(),
				filled(organisation.email(), organisation.phone()), organisation.privacyNotice());
	}

	private static List<String> filled(String... texts) {
		return Stream.of(texts).filter((text) -> !text.isBlank()).toList();
	}

	private static @Nullable Notice notice(Map<String, Object> evidence, String language) {
		Object name = evidence.get("pageName");
		if (name == null) {
			return null;
		}
		String identifier = name + " v" + evidence.get("pageVersion");
		List<String> type = List.of("dpv:ConsentNotice");
		if (!(evidence.get("wording") instanceof Map<?, ?> wording)) {
			return new Notice(type, identifier, language, null, null, null, null);
		}
		List<Box> boxes = (wording.get("boxes") instanceof List<?> list)
				? list.stream().filter(Map.class::isInstance).map(Map.class::cast).map(ConsentRecords::box).toList()
				: List.of();
		return new Notice(type, identifier, language, text(wording, "title", ""), text(wording, "intro", ""), boxes,
				text(wording, "button", ""));
	}

	private static Box box(Map<?, ?> box) {
		return new Box(text(box, "name", ""), text(box, "label", ""), text(box, "help", ""), text(box, "meaning", ""),
				Boolean.TRUE.equals(box.get("shown")), Boolean.TRUE.equals(box.get("ticked")));
	}

	private String label(String key, String language) {
		return this.purposes.name(key, key, locale(language));
	}

	private String say(String key, String language) {
		return this.messages.getMessage(key, null, locale(language));
	}

	private static Locale locale(String language) {
		String known = Locale.lookupTag(Locale.LanguageRange.parse(language), LANGUAGES);
		return Locale.forLanguageTag((known != null) ? known : "en");
	}

	private static String text(Map<?, ?> facts, String name, String otherwise) {
		Object value = facts.get(name);
		return (value != null) ? value.toString() : otherwise;
	}

}
