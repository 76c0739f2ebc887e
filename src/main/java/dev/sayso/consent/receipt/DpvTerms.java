package dev.sayso.consent.receipt;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The words of the Data Privacy Vocabulary (https://w3id.org/dpv) for what the ledger
 * holds: purposes by their keys, choices by their values.
 */
final class DpvTerms {

	private static final Set<String> GIVEN = Set.of("y", "subscribed");

	private DpvTerms() {
	}

	/**
	 * The state that a change brought about: a no is withdrawn where a yes stood before
	 * it, else refused.
	 */
	static String state(@Nullable String before, String after) {
		boolean given = before != null && GIVEN.contains(before);
		return switch (after) {
			case "y", "subscribed" -> "dpv:ConsentGiven";
			case "n", "unsubscribed" -> given ? "dpv:ConsentWithdrawn" : "dpv:ConsentRefused";
			case "p", "pending" -> "dpv:ConsentRequested";
			case "ended" -> "dpv:ConsentExpired";
			default -> given ? "dpv:ConsentWithdrawn" : "dpv:ConsentUnknown";
		};
	}

	static String basis(String after) {
		return switch (after) {
			case "LI" -> "dpv:LegitimateInterest";
			case "CT" -> "dpv:Contract";
			case "CP" -> "dpv:LegalObligation";
			case "VI" -> "dpv:VitalInterest";
			case "PI" -> "dpv:PublicInterest";
			default -> "dpv:Consent";
		};
	}

	static String purpose(String key) {
		return switch (root(key)) {
			case "marketing", "service", "pause" -> "dpv:DirectMarketing";
			case "personalize" -> "dpv:Personalisation";
			case "modeling" -> "dpv:OptimisationForController";
			case "share", "tracking" -> "dpv:Marketing";
			default -> "dpv:CustomerManagement";
		};
	}

	static List<String> processing(String key) {
		return switch (root(key)) {
			case "collect" -> List.of("dpv:Collect", "dpv:Store");
			case "share" -> List.of("dpv:Share");
			case "modeling" -> List.of("dpv:Analyse");
			case "tracking" -> List.of("dpv:Monitor");
			default -> List.of("dpv:Use");
		};
	}

	static List<String> data(String key) {
		return switch (key) {
			case "marketing.email" -> List.of("pd:EmailAddress");
			case "marketing.sms", "marketing.call", "marketing.whatsApp", "marketing.fax" ->
				List.of("pd:TelephoneNumber");
			case "marketing.postalMail" -> List.of("pd:PhysicalAddress");
			case "marketing.any" -> List.of("pd:EmailAddress", "pd:TelephoneNumber", "pd:PhysicalAddress");
			default -> List.of("dpv:PersonalData");
		};
	}

	private static String root(String key) {
		int dot = key.indexOf('.');
		return (dot < 0) ? key : key.substring(0, dot);
	}

}
