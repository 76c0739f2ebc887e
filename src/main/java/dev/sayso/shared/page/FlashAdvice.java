package dev.sayso.shared.page;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Gives the flash to pages only: a style sheet or a picture needs no look into the
 * session, and does not take the flash away. Of messages that nobody came to read, the
 * newest stay.
 */
@Component("flashMapManager")
class FlashAdvice extends SessionFlashMapManager {

	private static final int WAITING = 10;

	@Override
	protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		String path = request.getRequestURI();
		boolean file = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
		return file ? null : super.retrieveFlashMaps(request);
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> waiting, HttpServletRequest request, HttpServletResponse response) {
		int old = Math.max(0, waiting.size() - WAITING);
		super.updateFlashMaps(new CopyOnWriteArrayList<>(waiting.subList(old, waiting.size())), request, response);
	}

}
