package dev.sayso.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Writes public pages in the language of their reader, who is nobody's visitor: no
 * session, no frame of the console. What looks the same for many is rendered once.
 */
@Component
class RenderPage {

	/** Of all pieces that are kept, in characters. */
	private static final long KEPT = 4_000_000;

	private final ITemplateEngine engine;

	private final LoadingCache<Piece, Blanks.Shape> shapes = Caffeine.newBuilder()
		.maximumWeight(KEPT)
		.weigher((Piece piece, Blanks.Shape shape) -> shape.length())
		.build(this::shape);

	private final String stylesheet = versioned("public.css");

	private final String script = versioned("public/denylist.js");

	RenderPage(ITemplateEngine engine) {
		this.engine = engine;
	}

	/**
	 * A piece of a page, or all of it.
	 *
	 * @param model by value: what is equal is rendered once
	 */
	record Piece(String template, Locale locale, Map<String, ?> model) {
	}

	/**
	 * A page in its sheet.
	 * @param blanks what the model leaves blank
	 */
	String render(String template, Sheet sheet, Map<String, ?> model, Blanks blanks) {
		Map<String, Object> all = new HashMap<>(model);
		all.put("sheet", sheet.blank(blanks));
		return render(new Piece(template, sheet.locale(), all), blanks);
	}

	String result(Sheet sheet, Result result) {
		Blanks blanks = new Blanks();
		return render("result", sheet, Map.of("result", result.blank(blanks)), blanks);
	}

	String message(Sheet sheet, Map<String, ?> model) {
		return render("message", sheet, model, new Blanks());
	}

	/**
	 * A piece with what it leaves blank filled in.
	 */
	String render(Piece piece, Blanks blanks) {
		return blanks.fill(this.shapes.get(piece));
	}

	private Blanks.Shape shape(Piece piece) {
		return Blanks.Shape.of(this.engine.process("public/" + piece.template(),
				new Context(piece.locale(), new HashMap<>(piece.model()))));
	}

	/**
	 * The sheet of a page.
	 * @param path where the page is, for the links to its other languages
	 */
	Sheet sheet(Edition edition, Wording wording, String title, String path, boolean automatic,
			@Nullable String notice) {
		Edition.Brand brand = edition.brand();
		String theme = (brand.colour() != null)
				? "/p/" + edition.slug() + "/theme.css?v=" + brand.colour().replace("#", "") : null;
		return new Sheet(wording.language(), title, brand.name(), theme, tongues(edition, wording, path),
				wording.asker(), automatic ? this.script : null, notice, this.stylesheet);
	}

	/**
	 * The sheet of a sentence that belongs to no page.
	 */
	Sheet sheet(String language, String title) {
		return new Sheet(language, title, "", null, List.of(), null, null, null, this.stylesheet);
	}

	/**
	 * The address of a file that may be kept for long, since it changes with its content.
	 */
	private static String versioned(String file) {
		try {
			CRC32 sum = new CRC32();
			sum.update(new ClassPathResource("static/" + file).getContentAsByteArray());
			return "/" + file + "?v=" + Long.toHexString(sum.getValue());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The links to the page's other languages.
	 */
	private static List<Sheet.Tongue> tongues(Edition edition, Wording current, String path) {
		List<Sheet.Tongue> tongues = new ArrayList<>();
		for (String tag : edition.wordings().keySet()) {
			Locale locale = Locale.forLanguageTag(tag);
			String name = locale.getDisplayName(locale);
			tongues.add(new Sheet.Tongue(tag, capital(name, locale), path + "?lang=" + tag,
					tag.equals(current.language())));
		}
		return tongues;
	}

	private static String capital(String name, Locale locale) {
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

}
