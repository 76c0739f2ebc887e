package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes public pages in the language of their reader, without a session and without the
 * frame of the console. What looks the same for many is rendered once.
 */
@Component
public class PublicPageRenderer {

	/** Of all pieces that are kept, in characters. */
	private static final long KEPT = 4_000_000;

	private final ITemplateEngine engine;

	private final LoadingCache<Piece, ReaderPlaceholders.Shape> shapes = Caffeine.newBuilder()
		.maximumWeight(KEPT)
		.weigher((Piece piece, ReaderPlaceholders.Shape shape) -> shape.length())
		.build(this::shape);

	PublicPageRenderer(ITemplateEngine engine) {
		this.engine = engine;
	}

	/**
	 * A piece of a page, or all of it.
	 *
	 * @param model by value: what is equal is rendered once
	 */
	record Piece(String template, Locale locale, Map<String, ?> model) {
	}

	String render(String template, PublicFrameView frame, Map<String, ?> model, ReaderPlaceholders placeholders) {
		Map<String, Object> all = new HashMap<>(model);
		all.put("frame", frame.withPlaceholders(placeholders));
		return render(new Piece(template, frame.locale(), all), placeholders);
	}

	ResponseEntity<byte[]> result(PublicFrameView frame, ResultView result) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		return PublicResponse.page(HttpStatus.OK, frame,
				render("result", frame, Map.of("result", result.withPlaceholders(placeholders)), placeholders));
	}

	ResponseEntity<byte[]> message(HttpStatus status, PublicFrameView frame, Map<String, ?> model) {
		return PublicResponse.page(status, frame, render("message", frame, model, new ReaderPlaceholders()));
	}

	/** A page of which nothing is kept in memory, as all of it is one reader's alone. */
	public ResponseEntity<byte[]> once(HttpStatus status, PublicFrameView frame, String template,
			Map<String, ?> model) {
		Map<String, Object> all = new HashMap<>(model);
		all.put("frame", frame);
		return PublicResponse.page(status, frame,
				this.engine.process("landing/visit/" + template, new Context(frame.locale(), all)));
	}

	String render(Piece piece, ReaderPlaceholders placeholders) {
		return placeholders.fill(this.shapes.get(piece));
	}

	private ReaderPlaceholders.Shape shape(Piece piece) {
		return ReaderPlaceholders.Shape.of(this.engine.process("landing/visit/" + piece.template(),
				new Context(piece.locale(), new HashMap<>(piece.model()))));
	}

}
