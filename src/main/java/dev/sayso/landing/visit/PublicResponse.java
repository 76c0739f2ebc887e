package dev.sayso.landing.visit;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers on public pages, which nobody keeps, follows back or lists.
 */
public final class PublicResponse {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	/** A controller of another chamber whose refusals end on public pages too. */
	public interface Served {

	}

	private PublicResponse() {
	}

	static ResponseEntity<byte[]> page(HttpStatus status, PublicFrameView frame, String html) {
		return ResponseEntity.status(status)
			.headers(PublicResponse::discreet)
			.header(HttpHeaders.CONTENT_LANGUAGE, frame.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.contentType(HTML)
			.body(html.getBytes(StandardCharsets.UTF_8));
	}

	static ResponseEntity<byte[]> file(String text, MediaType type, String name) {
		return ResponseEntity.ok()
			.headers(PublicResponse::discreet)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.contentType(type)
			.body(text.getBytes(StandardCharsets.US_ASCII));
	}

	public static ResponseEntity<byte[]> later(ResponseEntity<byte[]> answer, long seconds) {
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
			.body(answer.getBody());
	}

	public static ResponseEntity<byte[]> go(String where) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.headers(PublicResponse::discreet)
			.location(URI.create(where))
			.build();
	}

	static ResponseEntity<byte[]> done() {
		return ResponseEntity.ok().headers(PublicResponse::discreet).build();
	}

	static ResponseEntity<byte[]> done(byte[] text) {
		return ResponseEntity.ok().headers(PublicResponse::discreet).contentType(MediaType.TEXT_PLAIN).body(text);
	}

	private static void discreet(HttpHeaders headers) {
		headers.setCacheControl(CacheControl.noStore());
		headers.set("Referrer-Policy", "no-referrer");
		headers.set("X-Robots-Tag", "noindex");
	}

}
