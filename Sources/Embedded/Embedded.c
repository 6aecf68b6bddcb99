#include "Embedded.h"

// A test compares this list with the folder Public/.
static const unsigned char tenders_css[] = {
#embed "../../Public/css/tenders.css"
};
static const unsigned char tokens_css[] = {
#embed "../../Public/css/tokens.css"
};
static const unsigned char base_css[] = {
#embed "../../Public/css/base.css"
};
static const unsigned char parts_css[] = {
#embed "../../Public/css/parts.css"
};
static const unsigned char marks_css[] = {
#embed "../../Public/css/marks.css"
};
static const unsigned char pages_css[] = {
#embed "../../Public/css/pages.css"
};
static const unsigned char tables_css[] = {
#embed "../../Public/css/tables.css"
};
static const unsigned char people_css[] = {
#embed "../../Public/css/people.css"
};
static const unsigned char brief_css[] = {
#embed "../../Public/css/brief.css"
};
static const unsigned char map_css[] = {
#embed "../../Public/css/map.css"
};
static const unsigned char print_css[] = {
#embed "../../Public/css/print.css"
};
static const unsigned char desk_js[] = {
#embed "../../Public/js/desk.js"
};
static const unsigned char drafts_js[] = {
#embed "../../Public/js/drafts.js"
};
static const unsigned char dashboards_css[] = {
#embed "../../Public/css/dashboards.css"
};
static const unsigned char plans_css[] = {
#embed "../../Public/css/plans.css"
};
static const unsigned char grid_js[] = {
#embed "../../Public/js/grid.js"
};
static const unsigned char board_js[] = {
#embed "../../Public/js/board.js"
};
static const unsigned char copy_js[] = {
#embed "../../Public/js/copy.js"
};
static const unsigned char keys_js[] = {
#embed "../../Public/js/keys.js"
};
static const unsigned char map_js[] = {
#embed "../../Public/js/map.js"
};
static const unsigned char place_js[] = {
#embed "../../Public/js/place.js"
};
static const unsigned char presence_js[] = {
#embed "../../Public/js/presence.js"
};
static const unsigned char search_js[] = {
#embed "../../Public/js/search.js"
};
static const unsigned char suggest_js[] = {
#embed "../../Public/js/suggest.js"
};
static const unsigned char typed_js[] = {
#embed "../../Public/js/typed.js"
};
static const unsigned char upload_js[] = {
#embed "../../Public/js/upload.js"
};
static const unsigned char icon_svg[] = {
#embed "../../Public/img/icon.svg"
};

static const struct embedded_file files[] = {
    {"tenders.css", tenders_css, sizeof tenders_css},
    {"dashboards.css", dashboards_css, sizeof dashboards_css},
    {"plans.css", plans_css, sizeof plans_css},
    {"grid.js", grid_js, sizeof grid_js},
    {"tokens.css", tokens_css, sizeof tokens_css},
    {"base.css", base_css, sizeof base_css},
    {"parts.css", parts_css, sizeof parts_css},
    {"marks.css", marks_css, sizeof marks_css},
    {"pages.css", pages_css, sizeof pages_css},
    {"tables.css", tables_css, sizeof tables_css},
    {"people.css", people_css, sizeof people_css},
    {"brief.css", brief_css, sizeof brief_css},
    {"map.css", map_css, sizeof map_css},
    {"print.css", print_css, sizeof print_css},
    {"board.js", board_js, sizeof board_js},
    {"desk.js", desk_js, sizeof desk_js},
    {"drafts.js", drafts_js, sizeof drafts_js},
    {"copy.js", copy_js, sizeof copy_js},
    {"keys.js", keys_js, sizeof keys_js},
    {"map.js", map_js, sizeof map_js},
    {"place.js", place_js, sizeof place_js},
    {"presence.js", presence_js, sizeof presence_js},
    {"search.js", search_js, sizeof search_js},
    {"suggest.js", suggest_js, sizeof suggest_js},
    {"typed.js", typed_js, sizeof typed_js},
    {"upload.js", upload_js, sizeof upload_js},
    {"icon.svg", icon_svg, sizeof icon_svg},
};
const size_t embedded_file_count = sizeof files / sizeof files[0];
const struct embedded_file *embedded_files(void) { return files; }

static const unsigned char catalogue[] = {
#embed "../../Templates/Languages/Catalogue.xcstrings"
};
const struct embedded_file embedded_catalogue = {"Catalogue.xcstrings", catalogue, sizeof catalogue};
