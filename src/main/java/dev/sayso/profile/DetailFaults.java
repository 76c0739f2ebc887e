package dev.sayso.profile;

import java.util.Set;

import dev.sayso.person.DetailsDraft;
import dev.sayso.shared.api.ProblemException;

/**
 * Says what is wrong with a detail to callers of the API: in English, whatever the
 * console speaks, and with a pointer to the place (RFC 6901).
 */
final class DetailFaults {

	/** The fields of the postal address. */
	static final Set<String> POSTAL = Set.of("street", "postalCode", "city");

	private DetailFaults() {
	}

	static ProblemException.Fault of(DetailsDraft.Fault fault) {
		return new ProblemException.Fault(pointer(fault.field()), sentence(fault));
	}

	private static String pointer(String field) {
		if (field.isEmpty()) {
			return "";
		}
		return (POSTAL.contains(field) ? "/postalAddress/" : "/") + field;
	}

	private static String sentence(DetailsDraft.Fault fault) {
		return switch (fault.code()) {
			case "profile.fault.unreachable" -> "needs an address or an externalId";
			case "profile.fault.long" -> "is too long";
			case "profile.fault.control" -> "has control characters";
			default -> switch (fault.field()) {
				case "mobile", "phone", "fax" -> "is not a telephone number";
				case "email" -> "is not an e-mail address";
				case "country" -> "is not a country of ISO 3166-1";
				case "language" -> "is not a language tag of BCP 47";
				case "timeZone" -> "is not a time zone";
				case "birthDate" -> "is not a date of birth, such as 1987-05-17";
				default -> "cannot be taken";
			};
		};
	}

}
