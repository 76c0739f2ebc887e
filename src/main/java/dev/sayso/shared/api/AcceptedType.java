package dev.sayso.shared.api;

import java.util.Comparator;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Chooses what is streamed by what the caller accepts (RFC 9110, section 12.5.1).
 */
public final class AcceptedType {

	private AcceptedType() {
	}

	/**
	 * The media type that a caller likes best, or the first of several.
	 * @param comes what is streamed, as the beginning of a sentence
	 * @throws ProblemException 406 when it accepts none
	 */
	public static String choose(String accept, String comes, String... offered) {
		try {
			return MediaType.parseMediaTypes(accept)
				.stream()
				.filter((type) -> type.getQualityValue() > 0)
				.sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
				.flatMap((type) -> Stream.of(offered).filter((each) -> type.includes(MediaType.parseMediaType(each))))
				.findFirst()
				.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_ACCEPTABLE,
						comes + " as " + String.join(" or ", offered) + "."));
		}
		catch (InvalidMediaTypeException ex) {
			throw ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "The header Accept cannot be read.");
		}
	}

}
