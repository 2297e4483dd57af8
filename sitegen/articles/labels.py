"""The wording of page furniture in the languages of many newsrooms: regular expressions, parted by semicolons."""

from __future__ import annotations

import re


def wording(words: str, around: str = "{}") -> re.Pattern[str]:
    """Return a pattern of any of the wordings, whatever their case; it stands in `around` where `{}` is."""
    anyone = "|".join(" ".join(word.split()) for word in words.split(";"))
    return re.compile(around.replace("{}", f"(?:{anyone})"), re.IGNORECASE)


def label(words: str) -> re.Pattern[str]:
    """Return a pattern of any of the wordings with nothing after it but a colon, an arrow and the like."""
    return wording(words, r"{}\s*[:：.…>›»→▸!]*")


ALSO_READ_WORDS = r"""
    also read ; please read ; read (also|more|next|also this) ; lesen sie auch ; auch interessant ; mehr dazu ;
    lire aussi ; à lire aussi ; lea (también|más) ; le puede interesar ; leia (também|mais) ; leggi anche ; lees
    ook ; läs också ; czytaj także ; przeczytaj także ; читайте также ; читать также ; читайте також ; 延伸阅读 ;
    相关阅读 ; あわせて読みたい ; اقرأ أيضا ; यह भी पढ़ें
"""

ALSO_READ_LABELS = r"""
    others are reading( now)? ; (people|readers) (also|are) (read|reading)( now)? ; related ; related
    (articles?|stor(y|ies)|posts?|news|content|coverage|reading) ; recommended( for you| stories| reading)? ;
    you (may|might) (also )?(like|be interested in) ; most (read|popular|viewed) ; trending( now| stories)? ;
    don['’]t miss ; up next ; keep reading ; more on this( story| topic)? ; more (stories|news|headlines)( from
    .{2,40})? ; top stories ; editors?['’]s? picks? ; mehr zum thema ; das könnte sie auch interessieren ;
    meistgelesen ; passend zum thema ; sur le même sujet ; les plus lus ; articles (liés|similaires) ; te puede
    interesar ; lo más leído ; noticias relacionadas ; artículos relacionados ; mais lidas ; notícias relacionadas ;
    veja também ; по теме ; материалы по теме ; популярное ; самое читаемое ; 相关新闻 ; 推荐阅读 ; 热门新闻 ;
    関連記事 ; おすすめ記事
"""

ALSO_READ = label(f"{ALSO_READ_WORDS};{ALSO_READ_LABELS}")
ALSO_READ_LINK = wording(ALSO_READ_WORDS, r"{}\s*[:：>›»→|]\s*\S.{2,140}")
"""The words and the title of the other article on one line."""

ADVERTISEMENT = label(
    r"""
    ads? by \S+(\s\S+){0,3} ; advertisements? ; advertisement[ -]+scroll to continue ; sponsored( content|
    links?| post)? ; promoted( content| stories)? ; paid (post|content|partnership) ; (story|article) continues
    (below|after)( (this|the))?( ad(vertisement)?)? ; anzeige ; advertorial ; publicité ; publicidad ;
    publicidade ; pubblicità ; advertentie ; annons ; reklama ; реклама ; 广告 ; スポンサーリンク ; إعلان ; विज्ञापन
    """
)

SHARE_PAGE = label(
    r"""
    share (this( article| story| page| post)?|(article|story|page|post))( (on|via|with) .{2,40})? ; share on
    .{2,30} ; copy link ; follow us( on .{2,60})? ; (download|get) (the|our) app ; diesen? (artikel|beitrag)
    (teilen|drucken) ; artikel teilen ; partager (l['’]article|cet article|sur .{2,30}) ;
    compart(ir|e|a|ilhe|ilhar) (este artículo|esta noticia|esta nota|este artigo|en .{2,20}|no .{2,20}) ;
    поделиться( в .{2,30}| ссылкой) ; 分享到.{1,20} ; この記事をシェア
    """
)

SHARE_BUTTONS = r"""
    facebook ; twitter ; whatsapp ; telegram ; linkedin ; reddit ; pinterest ; messenger ; vkontakte ; vk ;
    weibo ; flipboard ; share ; tweet ; teilen ; partager ; compartir ; compartilhar ; поделиться ; 分享 ; シェア
"""

OTHER_BUTTONS = r"""
    x ; pin ; e-?mail ; print ; save ; copy( link)? ; bookmark ; comments? ; link ; drucken ; merken ; imprimer
    ; envoyer ; imprimir ; guardar ; распечатать ; 微信 ; 微博 ; 打印 ; 收藏 ; 保存
"""

SHARE_RUN = wording(f"{SHARE_BUTTONS};{OTHER_BUTTONS}", r"{}(?:[\s/|,·•+-]+{}){0,14}")
SHARE_SURE = wording(SHARE_BUTTONS, r"(?<!\w){}(?!\w)")
"""Names that are a button beyond doubt; the others are only beside them."""

NAVIGATION = label(
    r"""
    skip to (main )?content ; jump to (main )?content ; back to top ; advertise with us ; \d{1,2}[
    -]min(ute)?s?( read)? ; reading time.{1,15} ; listen to (this )?(article|story)( \(?\d{1,2}(:\d{2})?(
    min(ute)?s?)?\)?)? ; open in app ; view (all )?comments ; show more ; load more ; zum inhalt springen ; nach
    oben ; lesezeit.{1,20} ; artikel anhören ; aller au contenu( principal)? ; retour en haut ; temps de
    lecture.{1,20} ; écouter l['’]article ; ir al contenido( principal)? ; volver arriba ; tiempo de
    lectura.{1,20} ; ir para o conteúdo( principal)? ; voltar ao topo ; наверх ; время чтения.{1,20} ; 返回顶部
    """
)

HOME = wording(
    r"""
    home ; home ?page ; start ?seite ; start ; accueil ; inicio ; início ; portada ; главная ; 首页 ; ホーム ; トップ ;
    news
    """
)

PLAYER = wording(
    r"""
    (\d{1,2}:)?\d{1,2}:\d{2}([ /|-]+(\d{1,2}:)?\d{1,2}:\d{2})? ; podcasts? ; live ; play ; pause ; (un)?mute ;
    audio ; video ; \d(\.\d+)?x
    """
)

PLAYER_AT_START = re.compile(r"(?<![\d:])0?0:00(?![\d:])")

COMMENT_LABEL = label(
    r"""
    \d+ comments? ; comments?\s*\(\d+\) ; (leave|post|add|write) a (comment|reply) ; join the
    (conversation|discussion) ; comments are closed ; kommentare?\s*\(\d+\) ; kommentar schreiben ; laisser un
    commentaire ; commentaires?\s*\(\d+\) ; deja (un|tu) comentario ; comentarios?\s*\(\d+\) ; deixe (um|seu)
    comentário ; комментарии\s*\(\d+\) ; оставить комментарий ; 发表评论
    """
)

COMMENTS = wording(
    r"""
    \bcomment(s|ing|ary)?\b ; kommentar ; commentaire ; comentario ; comentário ; комментари ; 评论 ; コメント
    """
)

COMMENT_ADDRESS = wording(
    r"""
    \byou(r)?\b ; \b(sie|ihre?n?)\b ; \b(vous|votre)\b ; \busted\b ; \b(вы|ваш)
    """
)

COMMENT_HOUSE = wording(
    r"""
    dear readers ; \bour (new )?(comment|content|website|site|community|policy|guidelines|rules|terms) ;
    \b(unsere|nos|nuestr[ao]s|наши)\b
    """
)

COMMENT_ACT = wording(
    r"""
    to (leave|post|make|add) (a )?comments? ; (sign|log) in ; register ; subscrib ; comment(ing|s)?
    (policy|guidelines|rules|system|section) ; moderat ; anmelden ; registrier ; connect ; inscri ; regístr ;
    зарегистр
    """
)
"""A notice about comments speaks of them, to the reader, of the house, and of what to do."""

NEWSLETTER = wording(
    r"""
    (sign up|subscribe|register)( now| here| today)? (for|to|and) .{0,60}(newsletter|briefing|in your
    inbox).{0,80} ; (get|receive) .{0,60}(newsletter|(in|to) your inbox).{0,60} ; (abonnieren sie|jetzt abonnieren:?)
    .{0,60}newsletter.{0,60} ; newsletter (abonnieren|bestellen) ; (recevez|inscrivez-vous|abonnez-vous)
    .{0,60}(newsletter|lettre).{0,60} ; (suscr[ií]b[ae]\w*|recib[ae]) .{0,60}(newsletter|bolet[ií]n).{0,60} ;
    (assine|receba|inscreva-se) .{0,60}newsletter.{0,60} ; (подпишитесь|подписывайтесь) на
    .{0,60}(рассылк|канал|telegram|телеграм).{0,60} ; 订阅.{0,20}(通讯|邮件|快讯).{0,20}
    """
)

COOKIE = re.compile("cookie", re.IGNORECASE)

COOKIE_NOTICE = wording(
    r"""
    (we|this (web ?)?site|our (web ?)?site|wir|diese (web)?seite|nous|ce site|utilizamos|usamos|este
    sitio|мы|本网站|当サイト).{0,80}cookie
    """
)

COOKIE_CONSENT = wording(
    r"""
    by (continuing|using|clicking|browsing) ; accept ; agree ; consent ; akzeptier ; zustimm ; continuant ; acepta ;
    consentimiento ; aceita ; соглас ; 同意
    """
)

COOKIE_BUTTON = label(
    r"""
    accept( all)?( cookies)? ; reject( all)?( cookies)? ; (i )?agree ; (manage|cookie)
    (preferences|settings|options) ; (alle )?akzeptieren ; ablehnen ; (tout )?accepter ; (tout )?refuser ;
    aceptar( todas?)? ; rechazar ; aceitar ; принять ; 接受
    """
)

TAGS = wording(
    r"""
    (tags?|tagged|filed under|keywords|schlagwörter|mots[- ]clés|etiquetas|теги|标签|关键词|タグ)\s*[:：]\s*\S.{0,140}
    """
)

RIGHTS = wording(
    r"""
    (copyright\s*)?©.{0,60}?\b(19|20)\d{2}\b.{0,120} ;
    (copyright|\(c\))\s?(\(c\)\s?)?(by\s)?(19|20)\d{2}\b.{0,120} ;
    (.{0,80}[.|,–—-]\s*)?(all rights reserved|alle rechte vorbehalten|tous droits réservés)\W* ;
    (.{0,80}[.|,–—-]\s*)?(todos los derechos reservados|todos os direitos reservados|все права защищены)\W* ;
    .{0,40}版权所有.{0,40}
    """
)

AGENCIES = (
    r"shutterstock(\.com)?|getty( images)?|reuters|afp|ap( photo)?|epa(-efe)?|dpa|istock(photo)?|alamy|"
    r"unsplash|pixabay|pexels|wikimedia( commons)?|imago( images)?|picture[ -]alliance|sputnik|tass|"
    r"xinhua|depositphotos|adobe stock|flickr|zuma( press)?|keystone|anp"
)

PHOTO_CREDIT = wording(
    r"""
    \(?(photos?|photographs?|images?|pictures?|foto|bild|grafik|crédits?(
    photo)?|crédito|imagen|imagem|illustration|фото|图片|图|写真)( (credits?|source))?\s*[:：]\s*[^.!?:]{2,80}\.?\)? ;
    \(?(photo|photograph|image|picture|illustration)s? (by|courtesy( of)?|via) [^.!?:]{2,60}\.?\)? ;
    [^\s.!?:]+(\s[^\s!?:]+){0,3}\s?[/|©]\s?(AGENCY)(\s?[/|,]\s?[^.!?:]{2,40})? ;
    \((©\s?)?(AGENCY)(\s?[/|,]\s?[^.!?:]{2,40})?\) ; ©\s?[^.!?:\d]{2,60} ;
    (AGENCY)\s?[/|]\s?[^.!?:]{2,40} ; getty images ; ap photo
    """.replace("AGENCY", AGENCIES)
)

CAPTION_WITH_CREDIT = wording(AGENCIES.replace("|", ";"), r".{10,200}\s?[/|©]\s?{}")
"""A caption with its credit at its end; the credit alone would be furniture."""
