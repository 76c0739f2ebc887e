package dev.sayso.contact.check;

import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.http.HttpStatus;

/**
 * What is wrong with a line, in its place.
 *
 * @param line its number, from 1
 */
@Schema(name = "ContactLineFault")
record LineFault(long line, Problem error) {

	@Schema(name = "ContactLineProblem")
	record Problem(String type, String title, int status, String detail) {

	}

	static LineFault of(long line, HttpStatus status, String detail) {
		return new LineFault(line, new Problem("about:blank", status.getReasonPhrase(), status.value(), detail));
	}

}
