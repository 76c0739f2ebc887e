package dev.sayso.offer.placement;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a placement's template as it is typed, with something in each field. Nothing is
 * written, and nothing in it runs, sends or leads anywhere.
 */
@Controller
class PlacementPreviewController {

	private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'self' 'unsafe-inline';"
			+ " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

	private final LayoutSamples samples;

	PlacementPreviewController(LayoutSamples samples) {
		this.samples = samples;
	}

	@RequestMapping(path = "/placements/draft/preview", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView show(@ModelAttribute("form") PlacementForm form, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("offer/editor/preview").addObject("rendered", this.samples.render(form.written()));
	}

}
