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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.editor.PageHeadViews;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

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

	private final LinkGenerations generations;

	private final CopiedForms copies;

	SharingController(LandingPages pages, PageHeadViews heads, LinkGenerations generations, CopiedForms copies) {
		this.copies = copies;
		this.pages = pages;
		this.heads = heads;
		this.generations = generations;
	}

	/**
	 * @param language in which the form is that one copies; of none that it has, its own
	 * @param next where people go on who sent it from another website
	 */
	@GetMapping("/sharing")
	String show(@PathVariable String id, @RequestParam(defaultValue = "") String language,
			@RequestParam(defaultValue = "") String next, Model model) {
		LandingPage page = this.pages.get(id);
		model.addAttribute("copy", this.copies.find(page, language, next).orElse(null));
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("renewal", this.generations.last(page).orElse(null));
		return "landing/sharing/sharing";
	}

	@PostMapping("/link-renewals")
	String renew(@PathVariable String id, @RequestParam(defaultValue = "false") boolean sure, Actor actor,
			RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		if (sure) {
			this.generations.renew(page, actor);
			Flash.done(redirect, "links.renewed.page", page.name());
		}
		else {
			Flash.error(redirect, "links.renew.unsure");
		}
		return "redirect:/landing-pages/" + id + "/sharing";
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
