package dev.sayso.offer.editor;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.account.LocalPath;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.RefusedImageException;
import dev.sayso.store.UploadedImages;

/**
 * Takes pictures for offers in, each of which any offer may show from then on.
 */
@ConsolePage
@RequestMapping("/offers/images")
class OfferImagesController {

	/** How many are there to choose from. */
	static final int SHOWN = 24;

	private final UploadedImages images;

	OfferImagesController(UploadedImages images) {
		this.images = images;
	}

	/**
	 * Takes one in.
	 * @param back the page to go back to, which a script does not leave
	 */
	@PostMapping
	ModelAndView upload(@RequestPart(required = false) MultipartFile file, @RequestParam(defaultValue = "") String back,
			@RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "") String into, Actor actor,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, RedirectAttributes redirect) {
		String fault = add(file, actor);
		if (htmx != null) {
			return new ModelAndView("offer/editor/_images :: images", HttpStatus.OK).addObject("type", type)
				.addObject("into", into)
				.addObject("images", this.images.newest(SHOWN))
				.addObject("fault", fault);
		}
		if (fault != null) {
			Flash.error(redirect, fault);
		}
		else {
			Flash.done(redirect, "offer.image.added");
		}
		return new ModelAndView("redirect:" + LocalPath.of(back, "/offers"));
	}

	/** The message key of what is wrong; null for nothing. */
	private @Nullable String add(@Nullable MultipartFile file, Actor by) {
		if (file == null || file.isEmpty()) {
			return "offer.image.fault.file";
		}
		try {
			this.images.add(file, by.name());
			return null;
		}
		catch (RefusedImageException ex) {
			return ex.code();
		}
	}

}
