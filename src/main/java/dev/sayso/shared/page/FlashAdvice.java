package dev.sayso.shared.page;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Gives the flash to pages only: a style sheet or a picture needs no look into the
 * session, and does not take the flash away.
 */
@Component("flashMapManager")
class FlashAdvice extends SessionFlashMapManager {

	@Override
	protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		String path = request.getRequestURI();
		boolean file = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
		return file ? null : super.retrieveFlashMaps(request);
	}

}
