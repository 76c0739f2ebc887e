package dev.sayso.audience;

import java.util.Comparator;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.shared.api.ProblemException;

/**
 * Chooses how members are written by what the caller accepts (RFC 9110, section 12.5.1).
 */
final class MembersFormat {

	private static final String NDJSON = "application/x-ndjson";

	private MembersFormat() {
	}

	/**
	 * The format a caller likes best of those there are.
	 * @throws ProblemException 406 when it accepts none
	 */
	static Format of(String accept) {
		for (MediaType wanted : byQuality(accept)) {
			if (wanted.includes(MediaType.parseMediaType("text/csv"))) {
				return Format.PLAIN_CSV;
			}
			if (wanted.includes(MediaType.parseMediaType(NDJSON))) {
				return Format.NDJSON;
			}
		}
		throw ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "Members come as text/csv or " + NDJSON + ".");
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
