package dev.sayso.landing.sharing;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.nayuki.qrcodegen.QrCode;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.editor.PageHeadViews;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows how a page is brought to people.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}")
class SharingController {

	private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

	/** The quiet zone that readers need around a code (ISO/IEC 18004, 6.3.8). */
	private static final int MARGIN = 4;

	private final LandingPages pages;

	private final PageHeadViews heads;

	SharingController(LandingPages pages, PageHeadViews heads) {
		this.pages = pages;
		this.heads = heads;
	}

	@GetMapping("/sharing")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("head", this.heads.of(this.pages.get(id)));
		return "landing/sharing/sharing";
	}

	/** The public link as a QR code, to be printed at any size. */
	@GetMapping("/sharing.svg")
	ResponseEntity<String> code(@PathVariable String id) {
		LandingPage page = this.pages.get(id);
		String link = this.heads.link(page);
		if (link == null) {
			throw new NotFoundException("public link of " + id);
		}
		return ResponseEntity.ok()
			.contentType(SVG)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(page.slug() + ".svg").build().toString())
			.body(svg(QrCode.encodeText(link, QrCode.Ecc.MEDIUM)));
	}

	private static String svg(QrCode code) {
		String modules = IntStream.range(0, code.size)
			.boxed()
			.flatMap((y) -> IntStream.range(0, code.size)
				.filter((x) -> code.getModule(x, y))
				.mapToObj((x) -> "M" + (x + MARGIN) + " " + (y + MARGIN) + "h1v1h-1z"))
			.collect(Collectors.joining());
		int side = code.size + 2 * MARGIN;
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
				<path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
				""".formatted(side, modules);
	}

}
