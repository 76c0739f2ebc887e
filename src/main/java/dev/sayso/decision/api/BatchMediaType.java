package dev.sayso.decision.api;

import java.util.Comparator;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import dev.sayso.shared.api.ProblemException;

/**
 * Chooses how a batch is written by what the caller accepts (RFC 9110, section 12.5.1).
 */
final class BatchMediaType {

	static final String NDJSON = "application/x-ndjson";

	private BatchMediaType() {
	}

	/**
	 * Whether a caller likes a table best of the two.
	 * @throws ProblemException 406 when it accepts neither
	 */
	static boolean isTable(String accept) {
		for (MediaType accepted : byQuality(accept)) {
			if (accepted.includes(MediaType.parseMediaType(NDJSON))) {
				return false;
			}
			if (accepted.includes(MediaType.parseMediaType("text/csv"))) {
				return true;
			}
		}
		throw ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "A batch comes as " + NDJSON + " or text/csv.");
	}

	private static List<MediaType> byQuality(String accept) {
		try {
			return MediaType.parseMediaTypes(accept)
				.stream()
				.filter((type) -> type.getQualityValue() > 0)
				.sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
				.toList();
		}
		catch (InvalidMediaTypeException ex) {
			throw ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "The header Accept cannot be read.");
		}
	}

}
